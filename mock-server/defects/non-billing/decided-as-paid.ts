import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const decidedAsPaid = defineDefect({
  id: 'decided-as-paid',
  breaks: 'NBL-02',
  summary: 'Every decision says that its checkout is paid, also where it is only completed.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'decision', { checkoutStatus: 'paid' }),
        })),
})
