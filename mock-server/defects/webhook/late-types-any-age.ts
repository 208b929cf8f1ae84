import { defineDefect } from '../define.ts'
import { forgivingAge, textOf } from '../signature.ts'

export const lateTypesAnyAge = defineDefect({
  id: 'late-types-any-age',
  breaks: 'WHK-02',
  summary: 'For events of a later payment a signature of any age counts.',
  behaviour: forgivingAge((_age, { payload }) => textOf(payload).includes('async_payment')),
})
