import type { Check } from '../../judge/check.ts'
import { errorCode, show, statusOf } from '../../judge/look.ts'
import { expectRefused } from './refused.ts'

const scenario = 'owner-gate/strangers'
const prefix = 'no-session/'

export const ownerGateSessionBeforeBody: Check = {
  id: 'owner-gate/session-before-body',
  requirement: 'OWN-01',
  level: 'MUST',
  profile: 'public',
  title: 'the gate answers alike whatever the body: complete, malformed, empty, an array',
  scenarios: [scenario],
  needs: ['owner-gate'],
  judge: (view, record) => {
    const acts = view
      .exchanges({ scenario, step: 'act' })
      .filter(({ variant }) => variant?.startsWith(prefix) === true)
    const words = acts.map(errorCode)
    record.each(acts, 'an action without a session', (x) => {
      expectRefused(record, x, `an action with the body "${x.variant?.slice(prefix.length) ?? ''}"`)
      record.expect(errorCode(x) === words[0], x, {
        message: 'the answer to somebody without a session depends on the body',
        expected: show(words[0]),
        seen: `${statusOf(x)} ${show(errorCode(x))}`,
        pointer: '/response/body/code',
      })
    })
  },
  counterexamples: [
    {
      name: 'a malformed body is refused before the session is looked at',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'act', variant: 'no-session/malformed' },
          { status: 400, body: '{"ok":false,"code":"invalid_json"}' },
        ),
    },
    {
      name: 'an empty body has another word',
      edit: (editor) =>
        editor.json({ scenario, step: 'act', variant: 'no-session/empty' }, (body) => {
          body['code'] = 'commission_ledger_required'
        }),
    },
  ],
}
