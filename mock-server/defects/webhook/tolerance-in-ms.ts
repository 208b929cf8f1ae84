import { defineDefect } from '../define.ts'
import { forgivingAge } from '../signature.ts'

export const toleranceInMs = defineDefect({
  id: 'tolerance-in-ms',
  breaks: 'WHK-02',
  summary: 'A signature may be 300,000 seconds old.',
  behaviour: forgivingAge((age) => age <= 300_000_000),
})
