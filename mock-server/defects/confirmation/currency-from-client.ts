import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const currencyFromClient = defineDefect({
  id: 'currency-from-client',
  breaks: 'CNF-10',
  summary: 'The currency is taken from the request.',
  behaviour: (good) => ({
    startedIntent: (intent, fields) => {
      const currency = field(fields, 'currency')
      const started = good.startedIntent(intent, fields)
      return typeof currency === 'string' ? { ...started, currency } : started
    },
  }),
})
