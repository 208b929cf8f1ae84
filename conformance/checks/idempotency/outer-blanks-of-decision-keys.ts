import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const outerBlanksOfDecisionKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/outer-blanks-of-decision-keys',
  level: 'SHOULD',
  needs: ['start', 'pay', 'decide'],
  title: 'blanks around a key of a decision in the body belong to the key',
  step: 'decision',
  judges: (near) => near === 'outer-blanks',
  folded: 'plain:outer-blanks',
})
