import { defineDefect } from '../define.ts'
import { lookingOnlyAt } from '../signature.ts'

export const lastV1Only = defineDefect({
  id: 'last-v1-only',
  breaks: 'WHK-03',
  summary: 'Only the last signature of a header is looked at.',
  behaviour: lookingOnlyAt((all) => all.slice(-1)),
})
