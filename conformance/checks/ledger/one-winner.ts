import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'ledger/race'

export const ledgerOneWinner: Check = {
  id: 'ledger/one-winner',
  requirement: 'LED-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'racing requests with keys of their own create one entry for one intent',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const all = ['race', 'after-race'].flatMap((step) => view.exchanges({ scenario, step }))
    const entered = all.filter(
      (x) => isSuccess(x) && typeof memberOf(x, 'commissionLedger', 'commissionLedgerId') === 'string',
    )
    const [first] = entered
    if (first === undefined) {
      record.missing('a winner of the race')
      return
    }
    const id = memberOf(first, 'commissionLedger', 'commissionLedgerId')
    record.saw()
    for (const x of entered.slice(1)) {
      const other = memberOf(x, 'commissionLedger', 'commissionLedgerId')
      record.expect(other === id && memberOf(x, 'duplicate') === true, x, {
        message: 'a race created more than one entry for one intent',
        expected: `${show(id)} alone, or a conflict`,
        seen: `${statusOf(x)} ${show(other)}`,
        pointer: '/response/body/commissionLedger/commissionLedgerId',
      })
    }
  },
  counterexamples: [
    {
      name: 'a second racer creates an entry',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', when: (x) => statusOf(x) === 409 },
          {
            status: 200,
            body: '{"ok":true,"status":"review_only_commission_recorded","duplicate":false,"commissionLedger":{"commissionLedgerId":"another"}}',
          },
        ),
    },
  ],
}
