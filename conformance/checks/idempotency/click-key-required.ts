import { keyRequiredCheck } from '../../judge/key-checks.ts'

export const clickKeyRequired = keyRequiredCheck({
  id: 'idempotency/click-key-required',
  scenario: 'idempotency/click-keys',
  what: 'click',
  profile: 'sandbox',
  needs: ['click'],
})
