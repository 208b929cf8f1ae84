import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'staleness/owner-times'
const taken = { status: 200, body: '{"ok":true,"reviewAction":{"actionId":"made-up"}}' }

export const ownerTimeRequired: Check = {
  id: 'staleness/owner-time-required',
  requirement: 'STL-04',
  level: 'MUST',
  profile: 'owner',
  title: 'an owner action on no time, or on another one than the present, is refused',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    for (const step of ['no-time', 'stale', 'overtaken']) {
      const conflict = step === 'no-time' ? undefined : 409
      record.each(view.exchanges({ scenario, step }), `an owner action (${step})`, (x) => {
        record.expect(isRefusal(x, conflict), x, {
          message: `an owner action whose expectedUpdatedAt is not the present one (${step} ${x.variant ?? ''}) was not refused`,
          expected: conflict === undefined ? 'a 4xx with an error code' : '409 with an error code',
          seen: outcomeOf(x),
          pointer: '/response/status',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'an action on no time is recorded',
      edit: (editor) => editor.respond({ scenario, step: 'no-time' }, taken),
    },
    {
      name: 'an action on another time is recorded',
      edit: (editor) => editor.respond({ scenario, step: 'stale' }, taken),
    },
    {
      name: 'an action on a past time is recorded',
      edit: (editor) => editor.respond({ scenario, step: 'overtaken' }, taken),
    },
  ],
}
