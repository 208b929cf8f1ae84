import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactLedgerKeys = exactKeysCheck({
  scenario: 'idempotency/exact-ledger-keys',
  profile: 'sandbox',
  id: 'idempotency/exact-ledger-keys',
  level: 'MUST',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
  title:
    'keys of ledger evidence that differ in case, a hyphen, inner blanks or after a long common beginning stay distinct',
  step: 'ledger',
  judges: () => true,
  folded: 'plain:case',
})
