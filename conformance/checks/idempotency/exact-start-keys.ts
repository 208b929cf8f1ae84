import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactStartKeys = exactKeysCheck({
  id: 'idempotency/exact-start-keys',
  level: 'MUST',
  needs: ['start'],
  title: 'keys of a start that differ in case, inner blanks or after a long common beginning stay distinct',
  step: 'start',
  judges: (near) => near !== 'outer-blanks',
  folded: 'plain:case',
})
