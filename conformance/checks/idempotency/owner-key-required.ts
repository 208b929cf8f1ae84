import { keyRequiredCheck } from '../../judge/key-checks.ts'

export const ownerKeyRequired = keyRequiredCheck({
  id: 'idempotency/owner-key-required',
  scenario: 'idempotency/owner-keys',
  what: 'owner action',
  profile: 'owner',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
})
