import { conflictCheck } from '../../judge/key-checks.ts'

export const ledgerConflict = conflictCheck({
  id: 'idempotency/ledger-conflict',
  scenario: 'idempotency/ledger-keys',
  what: 'ledger entry',
  profile: 'sandbox',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
})
