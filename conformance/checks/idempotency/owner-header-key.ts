import type { Check } from '../../judge/check.ts'
import { headerKeyCounterexamples, judgeHeaderFirst, judgeSameKey } from '../../judge/header-keys.ts'
import { answersAs } from '../../judge/edits.ts'
import { isFirst, outcomeOf } from '../../judge/writes.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'idempotency/owner-keys'

export const ownerHeaderKey: Check = {
  id: 'idempotency/owner-header-key',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'owner',
  title:
    "an owner action's key in the header means the same as one in the body, and that of evidence means nothing to it",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    judgeHeaderFirst(view, record, scenario)
    judgeSameKey(view, record, scenario, 'body-again', 'header-first')
    record.each(view.exchanges({ scenario, step: 'shared-owner' }), 'an action under another key', (x) => {
      record.expect(isFirst(x), x, {
        message: 'the key of ledger evidence was not taken as new by an owner action',
        expected: '200, duplicate false',
        seen: outcomeOf(x),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    ...headerKeyCounterexamples(scenario),
    answersAs('the key of the evidence is a conflict', { scenario, step: 'shared-owner' }, 409, {
      ok: false,
      code: 'commission_review_idempotency_conflict',
    }),
  ],
}
