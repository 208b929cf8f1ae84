import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactStartKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/exact-start-keys',
  level: 'MUST',
  needs: ['start'],
  title:
    'keys of a start that differ in case, inner blanks or before or after a long common part stay distinct',
  step: 'start',
  judges: (near) => near !== 'outer-blanks',
  folded: 'plain:case',
})
