import type { Check } from '../../judge/check.ts'
import { expectRefused } from './refused.ts'

const scenario = 'owner-gate/strangers'
const opened = { status: 200, body: '{"ok":true,"status":"available","confirmation":{"required":true}}' }

export const ownerGateStrangersRefused: Check = {
  id: 'owner-gate/strangers-refused',
  requirement: 'OWN-01',
  level: 'MUST',
  profile: 'public',
  title: 'without a valid owner session every read and every action is refused with 401',
  scenarios: [scenario],
  needs: ['owner-gate'],
  judge: (view, record) => {
    for (const step of ['read', 'act']) {
      record.each(view.exchanges({ scenario, step }), `${step} without a session`, (x) => {
        expectRefused(record, x, `"${x.variant ?? ''}" (${step})`)
      })
    }
  },
  counterexamples: [
    {
      name: 'the read half is open',
      edit: (editor) => editor.respond({ scenario, step: 'read', variant: 'no-session' }, opened),
    },
    {
      name: 'any bearer is let in',
      edit: (editor) => editor.respond({ scenario, step: 'read', variant: 'any-bearer' }, opened),
    },
    {
      name: 'a header that claims to be the owner is let in',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'act', variant: 'header-claims/complete' },
          { status: 400, body: '{"ok":false,"code":"commission_ledger_not_found"}' },
        ),
    },
  ],
}
