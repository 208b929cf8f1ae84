import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const massAssignEligible = defineDefect({
  id: 'mass-assign-eligible',
  breaks: 'CNF-10',
  summary: 'The client may send the status of its intent.',
  behaviour: (good) => ({
    startedIntent: (intent, fields) => {
      const made = good.startedIntent(intent, fields)
      const asked = field(fields, 'status') === 'paid' || field(fields, 'eligible') === true
      return asked ? { ...made, status: 'paid' } : made
    },
  }),
})
