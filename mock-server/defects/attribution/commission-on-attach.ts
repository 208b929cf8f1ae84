import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const commissionOnAttach = defineDefect({
  id: 'commission-on-attach',
  breaks: 'ATT-05',
  summary: 'An attached click says that it created a commission.',
  respond: ({ route }, response) =>
    route !== 'checkout'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'referralAttribution', { commissionCreated: true }),
        })),
})
