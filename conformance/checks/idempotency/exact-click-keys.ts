import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactClickKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/exact-click-keys',
  level: 'MUST',
  needs: ['click'],
  title:
    'keys of a click that differ in case, inner blanks or before or after a long common part stay distinct',
  step: 'click',
  judges: (near) => near !== 'outer-blanks',
  folded: 'plain:case',
})
