import type { Check } from '../../judge/check.ts'
import { headerKeyCounterexamples, judgeHeaderFirst, judgeSameKey } from '../../judge/header-keys.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'idempotency/owner-keys'

export const ownerHeaderKey: Check = {
  id: 'idempotency/owner-header-key',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'owner',
  title: "an owner action's key in the header means the same as one in the body",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    judgeHeaderFirst(view, record, scenario)
    judgeSameKey(view, record, scenario, 'body-again', 'header-first')
  },
  counterexamples: headerKeyCounterexamples(scenario),
}
