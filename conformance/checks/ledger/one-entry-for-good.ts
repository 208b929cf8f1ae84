import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { memberOf } from '../../judge/look.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'owner-gate/actions'
const step = 'entry-after-reversal'

export const ledgerOneEntryForGood: Check = {
  id: 'ledger/one-entry-for-good',
  requirement: 'LED-01',
  level: 'MUST',
  profile: 'owner',
  title: 'an intent whose entry was reversed gets no other one',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const [reversed] = view.exchanges({ scenario, step: 'act', variant: 'first/reverse_evidence' })
    const entry = reversed && memberOf(reversed, 'commissionLedger', 'commissionLedgerId')
    if (entry === undefined) record.missing('a reversed entry')
    record.each(view.exchanges({ scenario, step }), 'evidence after a reversal', (x) => {
      const id = writtenId(x)
      record.expect(id === undefined || id === entry, x, {
        message: 'an intent whose entry was reversed got a second one',
        expected: '409 commission_ledger_checkout_conflict',
        seen: outcomeOf(x),
        pointer: '/response/body/commissionLedger/commissionLedgerId',
      })
    })
  },
  counterexamples: [
    answersAs('the evidence is taken again', { scenario, step }, 200, {
      ok: true,
      status: 'commission_ledger_evidence_recorded',
      duplicate: false,
      commissionLedger: { commissionLedgerId: 'commission-ledger-made-up' },
    }),
  ],
}
