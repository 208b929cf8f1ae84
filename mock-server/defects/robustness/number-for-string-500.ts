import { defineDefect } from '../define.ts'
import { field, isFields } from '../../http/fields.ts'

export const numberForString500 = defineDefect({
  id: 'number-for-string-500',
  breaks: 'ROB-01',
  summary: 'A number where a text belongs is a server error.',
  behaviour: (good) => ({
    parseJson: (text) => {
      const value = good.parseJson(text)
      const texts = ['checkoutIntentId', 'decisionKind', 'referralLinkId', 'priceId', 'commissionLedgerId']
      if (isFields(value) && texts.some((name) => typeof field(value, name) === 'number')) {
        throw new TypeError('trim is not a function')
      }
      return value
    },
  }),
})
