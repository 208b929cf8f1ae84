import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'owner-gate/actions'

export const ownerGateReversedIsFinal: Check = {
  id: 'owner-gate/reversed-is-final',
  requirement: 'OWN-03',
  level: 'MUST',
  profile: 'owner',
  title: 'a reversed entry takes no other action',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const reversal = view.exchanges({ scenario, step: 'act', variant: 'first/reverse_evidence' })
    if (!reversal.some((x) => memberOf(x, 'commissionLedger', 'ledgerStatus') === 'reversed')) {
      record.missing('a reversed entry')
    }
    record.each(
      view.exchanges({ scenario, step: 'after-reversal' }),
      'an action on a reversed entry',
      (x) => {
        record.expect(statusOf(x) === 409 && errorCode(x) !== undefined, x, {
          message: `a reversed entry took ${x.variant ?? 'an action'}`,
          expected: '409 commission_review_already_reversed',
          seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
          pointer: '/response/status',
        })
      },
    )
  },
  counterexamples: [
    {
      name: 'a reversed entry is reviewed',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'after-reversal', variant: 'mark_reviewed' },
          { status: 200, body: '{"ok":true,"status":"commission_review_action_recorded"}' },
        ),
    },
  ],
}
