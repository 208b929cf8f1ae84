import type { Check } from '../../judge/check.ts'
import { doorCounterexamples, judgeDoor, type Door } from '../../judge/own-text.ts'

const door: Door = {
  scenario: 'confirmation/decision-texts',
  what: 'a decision',
  id: ['decision', 'decisionId'],
  code: 'post_purchase_confirmation_required',
}

export const decisionTexts: Check = {
  id: 'confirmation/decision-texts',
  requirement: 'CNF-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision needs its own exact text, and a near miss records nothing',
  scenarios: [door.scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => judgeDoor(view, record, door),
  counterexamples: doorCounterexamples(door),
}
