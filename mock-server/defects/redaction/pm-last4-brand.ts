import { field, isFields } from '../../http/fields.ts'
import type { Fields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'
import { secretsOf } from '../secrets.ts'

export const pmLast4Brand = defineDefect({
  id: 'pm-last4-brand',
  breaks: 'RED-05',
  summary: 'The state of an intent has the card.',
  respond: ({ route, intent }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'checkout', { card: cardIn(secretsOf(intent).object) }),
        })),
})

/** Brand and last digits, wherever an event has them. */
function cardIn(object: Fields): unknown {
  for (const name of Object.keys(object)) {
    const member = field(object, name)
    if (!isFields(member)) continue
    if (typeof field(member, 'last4') === 'string') {
      return { network: field(member, 'brand'), ending: field(member, 'last4') }
    }
    const inner = cardIn(member)
    if (inner !== undefined) return inner
  }
  return undefined
}
