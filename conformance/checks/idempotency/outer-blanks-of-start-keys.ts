import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const outerBlanksOfStartKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/outer-blanks-of-start-keys',
  level: 'SHOULD',
  needs: ['start'],
  title: 'blanks around a key of a start in the body belong to the key',
  step: 'start',
  judges: (near) => near === 'outer-blanks',
  folded: 'plain:outer-blanks',
})
