import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactDecisionKeys = exactKeysCheck({
  scenario: 'idempotency/exact-keys',
  profile: 'sandbox',
  id: 'idempotency/exact-decision-keys',
  level: 'MUST',
  needs: ['start', 'pay', 'decide'],
  title:
    'keys of a decision that differ in case, inner blanks or before or after a long common part stay distinct',
  step: 'decision',
  judges: (near) => near !== 'outer-blanks',
  folded: 'plain:case',
})
