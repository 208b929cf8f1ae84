import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { memberOf, sameJson, show } from '../../judge/look.ts'
import { isFirst, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'non-billing/ledger-untouched'
const kept = [
  'commissionLedgerId',
  'ledgerStatus',
  'reviewStatus',
  'payoutStatus',
  'grossSaleCents',
  'commissionCents',
  'currency',
  'partnerId',
  'updatedAt',
  'reversibleUntil',
]

export const ledgerEntryUntouched: Check = {
  id: 'non-billing/ledger-entry-untouched',
  requirement: 'NBL-04',
  level: 'MUST',
  profile: 'sandbox',
  title: "decisions leave the intent's ledger entry as it was",
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'click', 'attribute', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    if (!view.exchanges({ scenario, step: 'decide' }).some(isFirst)) record.missing('a recorded decision')
    record.each(
      view.exchanges({ scenario, step: 'entry-after' }),
      'the ledger entry after a decision',
      (x) => {
        const [before] = view.exchanges({ scenario, step: 'entry', variant: x.variant ?? '' })
        if (before === undefined || writtenId(before) === undefined || writtenId(x) === undefined) {
          return record.missing(`the ledger entry before and after a decision: ${outcomeOf(x)}`)
        }
        for (const name of kept) {
          const was = memberOf(before, 'commissionLedger', name)
          const is = memberOf(x, 'commissionLedger', name)
          record.expect(sameJson(was, is), x, {
            message: `decisions changed the ledger entry's ${name}`,
            expected: show(was),
            seen: show(is),
            pointer: `/response/body/commissionLedger/${name}`,
          })
        }
      },
    )
  },
  counterexamples: [
    {
      name: 'the entry is payable after a decision',
      edit: (editor) =>
        editor.json({ scenario, step: 'entry-after' }, (body) => {
          objectAt(body, 'commissionLedger')['payoutStatus'] = 'payable'
        }),
    },
    {
      name: 'the commission grows with a decision',
      edit: (editor) =>
        editor.json({ scenario, step: 'entry-after', nth: -1 }, (body) => {
          objectAt(body, 'commissionLedger')['commissionCents'] = 999_999
        }),
    },
  ],
}
