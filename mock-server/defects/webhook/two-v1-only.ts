import { defineDefect } from '../define.ts'
import { lookingOnlyAt } from '../signature.ts'

export const twoV1Only = defineDefect({
  id: 'two-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the first two signatures of a header are looked at.',
  behaviour: lookingOnlyAt((all) => all.slice(0, 2)),
})
