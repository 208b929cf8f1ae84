import type { Check } from '../../judge/check.ts'
import { doorCounterexamples, judgeDoor, type Door } from '../../judge/own-text.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const door: Door = {
  scenario: 'confirmation/owner-texts',
  what: 'an owner action',
  id: ['reviewAction', 'actionId'],
  code: 'commission_review_confirmation_required',
}

export const ownerTexts: Check = {
  id: 'confirmation/owner-texts',
  requirement: 'CNF-08',
  level: 'MUST',
  profile: 'owner',
  title: 'an owner action needs its own exact text, and a near miss records nothing',
  scenarios: [door.scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
  judge: (view, record) => {
    if (takesReferrals(view.contract)) judgeDoor(view, record, door)
    else record.notApplicable('the seed supports no referral attribution, so there is nothing to act on')
  },
  counterexamples: doorCounterexamples(door),
}
