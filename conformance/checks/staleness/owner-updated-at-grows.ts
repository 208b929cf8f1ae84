import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isSuccess, memberOf, parseJson, member, show } from '../../judge/look.ts'
import { outcomeOf } from '../../judge/writes.ts'

const scenario = 'staleness/owner-times'

export const ownerUpdatedAtGrows: Check = {
  id: 'staleness/owner-updated-at-grows',
  requirement: 'STL-04',
  level: 'MUST',
  profile: 'owner',
  title: "each owner action on the present time is recorded and moves the entry's updatedAt forward",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(view.exchanges({ scenario, step: 'act' }), 'an owner action on the present time', (x) => {
      const expected = member(parseJson(x.request.body ?? ''), 'expectedUpdatedAt')
      const next = memberOf(x, 'commissionLedger', 'updatedAt')
      const taken = record.expect(isSuccess(x), x, {
        message: 'an owner action on the present time was refused',
        expected: '200',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
      if (!taken) return
      record.expect(typeof next === 'number' && typeof expected === 'number' && next > expected, x, {
        message: 'an owner action did not move updatedAt forward',
        expected: `more than ${show(expected)}`,
        seen: show(next),
        pointer: '/response/body/commissionLedger/updatedAt',
      })
    })
  },
  counterexamples: [
    {
      name: 'updatedAt stands still',
      edit: (editor) =>
        editor.json({ scenario, step: 'act', nth: -1 }, (body) => {
          objectAt(body, 'commissionLedger')['updatedAt'] = 1
        }),
    },
    {
      name: 'the present time is refused',
      edit: (editor) =>
        editor.respond({ scenario, step: 'act' }, { status: 409, body: '{"ok":false,"code":"stale"}' }),
    },
  ],
}
