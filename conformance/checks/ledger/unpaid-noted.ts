import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'ledger/refused'

export const ledgerUnpaidNoted: Check = {
  id: 'ledger/unpaid-noted',
  requirement: 'LED-05',
  level: 'MAY',
  profile: 'sandbox',
  title: 'notes whether an intent that was never paid gets evidence',
  scenarios: [scenario],
  needs: ['start', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    record.each(view.exchanges({ scenario, step: 'unpaid' }), 'evidence for an unpaid intent', (x) => {
      if (!isSuccess(x) && errorCode(x) === undefined) {
        record.missing('an answer in the words of the contract')
        return
      }
      record.expect(!isSuccess(x), x, {
        message: 'an attributed intent that was never paid gets commission evidence',
        expected: 'either: evidence is no proof of payment',
        seen: show(memberOf(x, 'status')),
        pointer: '/response/body/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'an unpaid intent gets evidence',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'unpaid' },
          { status: 200, body: '{"ok":true,"status":"review_only_commission_recorded"}' },
        ),
    },
  ],
}
