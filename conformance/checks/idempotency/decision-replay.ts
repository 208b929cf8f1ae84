import { replayCheck } from '../../judge/key-checks.ts'

export const decisionReplay = replayCheck({
  id: 'idempotency/decision-replay',
  scenario: 'idempotency/decision-keys',
  what: 'decision',
  profile: 'sandbox',
  needs: ['start', 'pay', 'decide'],
})
