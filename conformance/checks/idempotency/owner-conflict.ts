import { conflictCheck } from '../../judge/key-checks.ts'

export const ownerConflict = conflictCheck({
  id: 'idempotency/owner-conflict',
  scenario: 'idempotency/owner-keys',
  what: 'owner action',
  profile: 'owner',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
})
