import { defineDefect } from '../define.ts'
import { forgivingAge } from '../signature.ts'

export const noTolerance = defineDefect({
  id: 'no-tolerance',
  breaks: 'WHK-02',
  summary: 'A signature of any age counts.',
  behaviour: forgivingAge(() => true),
})
