import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const timeFromClient = defineDefect({
  id: 'time-from-client',
  breaks: 'CNF-10',
  summary: 'The time of the last change is taken from the request.',
  behaviour: (good) => ({
    startedIntent: (intent, fields) => {
      const updatedAt = field(fields, 'updatedAt')
      const started = good.startedIntent(intent, fields)
      return typeof updatedAt === 'number' ? { ...started, updatedAt } : started
    },
  }),
})
