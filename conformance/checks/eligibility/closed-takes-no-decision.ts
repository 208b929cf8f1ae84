import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import { isOpenAt } from '../../judge/state.ts'

const scenario = 'webhook/outcomes'
const closed = { scenario, step: 'decide-closed' }
const recorded = { ok: true, status: 'post_purchase_decision_recorded' }

export const closedTakesNoDecision: Check = {
  id: 'eligibility/closed-takes-no-decision',
  requirement: 'ELG-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision is checked against the present status: an intent that failed or expired takes none',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const tried = view.exchanges(closed)
    // A seed may let decisions in at one of these statuses too.
    const due = tried.filter(
      (x) => !isOpenAt(view.contract, x.variant === 'expired' ? 'expired' : 'payment_failed'),
    )
    if (tried.length > 0 && due.length === 0) {
      record.notApplicable('the seed lets decisions in on failed and expired intents')
      return
    }
    record.each(due, 'a decision on a closed intent', (x) => {
      record.expect(statusOf(x) === 409 && errorCode(x) !== undefined, x, {
        message: `a decision on an intent that ${x.variant === 'expired' ? 'expired' : 'failed to be paid'} was not refused`,
        expected: '409 post_purchase_checkout_not_eligible',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    answersAs(
      'a decision on a failed intent is recorded',
      { ...closed, variant: 'failed-later' },
      200,
      recorded,
    ),
    answersAs(
      'a decision on an expired intent is recorded',
      { ...closed, variant: 'expired' },
      200,
      recorded,
    ),
  ],
}
