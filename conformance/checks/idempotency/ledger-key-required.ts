import { keyRequiredCheck } from '../../judge/key-checks.ts'

export const ledgerKeyRequired = keyRequiredCheck({
  id: 'idempotency/ledger-key-required',
  scenario: 'idempotency/ledger-keys',
  what: 'ledger entry',
  profile: 'sandbox',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
})
