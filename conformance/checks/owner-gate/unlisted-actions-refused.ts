import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'owner-gate/actions'
const step = 'unlisted'

export const ownerGateUnlistedActionsRefused: Check = {
  id: 'owner-gate/unlisted-actions-refused',
  requirement: 'OWN-03',
  level: 'MUST',
  profile: 'owner',
  title: 'an action that is not one of the three, letter for letter, is refused',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(view.exchanges({ scenario, step }), 'an action off the list', (x) => {
      record.expect(isRefusal(x), x, {
        message: `the owner route took an action that is not on the list: ${x.variant ?? ''}`,
        expected: '400 commission_review_action_unsupported',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'an action is found in another case',
      edit: (editor) =>
        editor.respond(
          { scenario, step },
          { status: 200, body: '{"ok":true,"status":"commission_review_action_recorded"}' },
        ),
    },
    {
      name: 'there is a fourth action',
      edit: (editor) =>
        editor.respond(
          { scenario, step, variant: 'approve' },
          { status: 200, body: '{"ok":true,"reviewAction":{"actionId":"a-1"}}' },
        ),
    },
  ],
}
