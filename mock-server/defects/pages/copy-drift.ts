import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const copyDrift = defineDefect({
  id: 'copy-drift',
  breaks: 'CNF-05',
  summary: 'The checkout contract publishes another confirmation text.',
  respond: ({ route, contract }, response) =>
    route !== 'checkout'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'confirmation', { text: contract.texts.checkout.toUpperCase() }),
        })),
})
