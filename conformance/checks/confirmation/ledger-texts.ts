import type { Check } from '../../judge/check.ts'
import { doorCounterexamples, judgeDoor, type Door } from '../../judge/own-text.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const door: Door = {
  scenario: 'confirmation/ledger-texts',
  what: 'commission evidence',
  id: ['commissionLedger', 'commissionLedgerId'],
  code: 'commission_ledger_confirmation_required',
}

export const ledgerTexts: Check = {
  id: 'confirmation/ledger-texts',
  requirement: 'CNF-08',
  level: 'MUST',
  profile: 'sandbox',
  title: 'commission evidence needs its own exact text, and a near miss records nothing',
  scenarios: [door.scenario],
  needs: ['start', 'pay', 'click', 'attribute'],
  judge: (view, record) => {
    if (takesReferrals(view.contract)) judgeDoor(view, record, door)
    else record.notApplicable('the seed supports no referral attribution, so there is no commission evidence')
  },
  counterexamples: doorCounterexamples(door),
}
