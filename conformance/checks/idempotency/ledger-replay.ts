import { replayCheck } from '../../judge/key-checks.ts'

export const ledgerReplay = replayCheck({
  id: 'idempotency/ledger-replay',
  scenario: 'idempotency/ledger-keys',
  what: 'ledger entry',
  profile: 'sandbox',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
})
