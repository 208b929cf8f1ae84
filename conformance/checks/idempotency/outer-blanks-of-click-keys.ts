import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const outerBlanksOfClickKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/outer-blanks-of-click-keys',
  level: 'SHOULD',
  needs: ['click'],
  title: 'blanks around a key of a click in the body belong to the key',
  step: 'click',
  judges: (near) => near === 'outer-blanks',
  folded: 'plain:outer-blanks',
})
