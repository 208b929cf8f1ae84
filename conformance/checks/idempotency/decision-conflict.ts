import { conflictCheck } from '../../judge/key-checks.ts'

export const decisionConflict = conflictCheck({
  id: 'idempotency/decision-conflict',
  scenario: 'idempotency/decision-keys',
  what: 'decision',
  profile: 'sandbox',
  needs: ['start', 'pay', 'decide'],
})
