import { replayCheck } from '../../judge/key-checks.ts'

export const ownerReplay = replayCheck({
  id: 'idempotency/owner-replay',
  scenario: 'idempotency/owner-keys',
  what: 'owner action',
  profile: 'owner',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
})
