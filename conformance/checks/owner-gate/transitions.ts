import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import type { Exchange, Json } from '../../transcript.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { leadsTo } from '../../judge/owner-actions.ts'

const scenario = 'owner-gate/actions'

export const ownerGateTransitions: Check = {
  id: 'owner-gate/transitions',
  requirement: 'OWN-03',
  level: 'MUST',
  profile: 'owner',
  title: 'the three actions move an entry as declared, from one state to the next',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const last = new Map<Json | undefined, readonly [Json, Json]>()
    record.each(view.exchanges({ scenario, step: 'act' }), 'an owner action', (x) => {
      const action = x.about['actionKind']
      const next = typeof action === 'string' ? leadsTo[action] : undefined
      if (next === undefined) return
      const done = isSuccess(x) && memberOf(x, 'status') === 'commission_review_action_recorded'
      record.expect(done, x, {
        message: `the action ${show(action)} was not recorded`,
        expected: '200 commission_review_action_recorded',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
      if (!done) return
      expectMember(x, ['commissionLedger', 'ledgerStatus'], next[0])
      expectMember(x, ['commissionLedger', 'reviewStatus'], next[1])
      expectMember(x, ['reviewAction', 'nextLedgerStatus'], next[0])
      expectMember(x, ['reviewAction', 'nextReviewStatus'], next[1])
      const previous = last.get(x.about['entry'])
      if (previous !== undefined) {
        expectMember(x, ['reviewAction', 'previousLedgerStatus'], previous[0])
        expectMember(x, ['reviewAction', 'previousReviewStatus'], previous[1])
      }
      last.set(x.about['entry'], next)
    })

    function expectMember(x: Exchange, path: readonly string[], value: Json): void {
      record.expect(memberOf(x, ...path) === value, x, {
        message: `after ${show(x.about['actionKind'])} ${path.join('.')} is not as declared`,
        expected: show(value),
        seen: show(memberOf(x, ...path)),
        pointer: `/response/body/${path.join('/')}`,
      })
    }
  },
  counterexamples: [
    {
      name: 'an action is refused',
      edit: (editor) =>
        editor.respond({ scenario, step: 'act' }, { status: 409, body: '{"ok":false,"code":"no"}' }),
    },
    {
      name: 'a reversal leaves the entry as it was',
      edit: (editor) =>
        editor.json({ scenario, step: 'act', variant: 'first/reverse_evidence' }, (body) => {
          objectAt(body, 'commissionLedger')['ledgerStatus'] = 'review_only'
        }),
    },
    {
      name: 'a hold counts as a review',
      edit: (editor) =>
        editor.json({ scenario, step: 'act', variant: 'second/hold_for_review' }, (body) => {
          objectAt(body, 'reviewAction')['nextReviewStatus'] = 'owner_reviewed'
        }),
    },
  ],
}
