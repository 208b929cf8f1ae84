import { defineDefect } from '../define.ts'
import { forgivingAge } from '../signature.ts'

export const toleranceDoubled = defineDefect({
  id: 'tolerance-doubled',
  breaks: 'WHK-02',
  summary: 'A signature may be ten minutes old.',
  behaviour: forgivingAge((age) => age <= 600_000),
})
