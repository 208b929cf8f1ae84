import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactClickKeys = exactKeysCheck({
  id: 'idempotency/exact-click-keys',
  level: 'MUST',
  needs: ['click'],
  title: 'keys of a click that differ in case, inner blanks or after a long common beginning stay distinct',
  step: 'click',
  judges: (near) => near !== 'outer-blanks',
  folded: 'plain:case',
})
