import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { expectRefused } from './refused.ts'

const scenario = 'owner-gate/actions'
const step = 'act-without-session'

export const ownerGateNoSessionRefused: Check = {
  id: 'owner-gate/no-session-refused',
  requirement: 'OWN-01',
  level: 'MUST',
  profile: 'owner',
  title: 'who knows an entry, its present time or a used key needs the session all the same',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(view.exchanges({ scenario, step }), 'an action on an entry without a session', (x) => {
      expectRefused(record, x, `an action without a session (${x.variant ?? ''})`)
    })
  },
  counterexamples: [
    {
      name: 'a used key is as good as the session',
      edit: (editor) =>
        editor.respond(
          { scenario, step, variant: 'used-key' },
          { status: 200, body: '{"ok":true,"status":"commission_review_action_replayed","duplicate":true}' },
        ),
    },
    {
      name: 'a reversal needs no session',
      edit: (editor) =>
        editor.respond(
          { scenario, step, variant: 'reverse_evidence' },
          { status: 409, body: '{"ok":false,"code":"commission_review_stale_state"}' },
        ),
    },
  ],
}
