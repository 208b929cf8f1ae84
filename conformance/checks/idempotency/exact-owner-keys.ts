import { exactKeysCheck } from '../../judge/exact-keys.ts'

export const exactOwnerKeys = exactKeysCheck({
  scenario: 'idempotency/exact-owner-keys',
  profile: 'owner',
  id: 'idempotency/exact-owner-keys',
  level: 'MUST',
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  title:
    'keys of an owner action that differ in case, a hyphen, inner blanks or after a long common beginning stay distinct',
  step: 'owner',
  judges: () => true,
  folded: 'plain:case',
})
