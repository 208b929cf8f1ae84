import type { Check } from '../../judge/check.ts'
import { isSuccess } from '../../judge/look.ts'
import { expectRefused } from './refused.ts'

const scenario = 'owner-gate/near-sessions'

export const ownerGateNearSessionsRefused: Check = {
  id: 'owner-gate/near-sessions-refused',
  requirement: 'OWN-01',
  level: 'MUST',
  profile: 'owner',
  title:
    "a part of the owner's session, nothing in its place, more than it, or it in another case opens nothing",
  scenarios: [scenario],
  needs: ['owner-gate'],
  judge: (view, record) => {
    // Where the true session opens nothing either, a refusal of the others tells nothing.
    const owner = view.exchanges({ scenario, step: 'owner' })
    if (!owner.some(isSuccess)) record.missing('a read with the configured owner session')
    for (const step of ['read', 'act']) {
      record.each(view.exchanges({ scenario, step }), `${step} with almost the session`, (x) => {
        expectRefused(record, x, `the session, but ${x.variant ?? ''}, (${step})`)
      })
    }
  },
  counterexamples: [
    {
      name: 'the beginning of the session is enough',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'read', variant: 'shorter' },
          { status: 200, body: '{"ok":true,"status":"available"}' },
        ),
    },
    {
      name: 'more than the session is taken for it',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'act', variant: 'longer' },
          { status: 400, body: '{"ok":false,"code":"commission_ledger_not_found"}' },
        ),
    },
  ],
}
