import { defineDefect } from '../define.ts'
import { lookingOnlyAt } from '../signature.ts'

export const firstV1Only = defineDefect({
  id: 'first-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the first signature of a header is looked at.',
  behaviour: lookingOnlyAt((all) => all.slice(0, 1)),
})
