import { keyRequiredCheck } from '../../judge/key-checks.ts'

export const decisionKeyRequired = keyRequiredCheck({
  id: 'idempotency/decision-key-required',
  scenario: 'idempotency/decision-keys',
  what: 'decision',
  profile: 'sandbox',
  needs: ['start', 'pay', 'decide'],
})
