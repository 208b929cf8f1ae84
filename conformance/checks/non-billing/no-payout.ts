import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { memberOf } from '../../judge/look.ts'
import { payoutClaims } from '../../judge/payouts.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'non-billing/ledger-untouched'

export const noPayout: Check = {
  id: 'non-billing/no-payout',
  requirement: 'NBL-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no ledger entry says that a payout is due, under way or done, before a decision or after it',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    for (const step of ['entry', 'entry-after']) {
      record.each(view.exchanges({ scenario, step }), 'a ledger entry', (x) => {
        if (writtenId(x) === undefined) return record.missing(`a ledger entry: ${outcomeOf(x)}`)
        record.saw()
        for (const { pointer, name, seen } of payoutClaims(memberOf(x, 'commissionLedger'))) {
          record.expect(false, x, {
            message: `a ledger entry speaks of a payout: ${name}`,
            expected: 'no such member, or one that says that there is none',
            seen,
            pointer: `/response/body/commissionLedger${pointer}`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'an entry has a date of payout',
      edit: (editor) =>
        editor.json({ scenario, step: 'entry' }, (body) => {
          objectAt(body, 'commissionLedger')['payable_at'] = 1_800_000_000
        }),
    },
    {
      name: 'an entry is payable after a decision',
      edit: (editor) =>
        editor.json({ scenario, step: 'entry-after' }, (body) => {
          objectAt(body, 'commissionLedger')['payoutStatus'] = 'payable'
        }),
    },
  ],
}
