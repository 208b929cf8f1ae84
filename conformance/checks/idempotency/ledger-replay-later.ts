import type { Check } from '../../judge/check.ts'
import { answersAs, saysInstead } from '../../judge/edits.ts'
import { show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'owner-gate/actions'
const step = 'evidence-again'

export const ledgerReplayLater: Check = {
  id: 'idempotency/ledger-replay-later',
  requirement: 'IDM-02',
  level: 'MUST',
  profile: 'owner',
  title: 'a ledger entry replays also after the owner has held and reversed it',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(view.exchanges({ scenario, step }), 'the evidence again after an owner action', (x) => {
      const id = x.about['commissionLedgerId']
      record.expect(isReplay(x) && writtenId(x) === id, x, {
        message: `the same evidence again (${x.variant ?? ''}) was not answered as a replay of the first`,
        expected: `200, id ${show(id)}, duplicate true`,
        seen: outcomeOf(x),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    answersAs('a held entry replays no more', { scenario, step }, 409, {
      ok: false,
      code: 'commission_ledger_checkout_conflict',
    }),
    saysInstead('a reversed entry is made anew', { scenario, step, nth: -1 }, { duplicate: false }),
  ],
}
