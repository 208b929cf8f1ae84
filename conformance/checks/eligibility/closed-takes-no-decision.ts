import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import { isOpenAt } from '../../judge/state.ts'

const scenario = 'webhook/outcomes'
const closed = { scenario, step: 'decide-closed' }
/** Where a seed lets decisions in before the end, an intent may have taken one before it closed. */
const closedLater = { scenario: 'staleness/moving-on', step: 'decide-closed' }
const ends: { readonly [variant: string]: string } = {
  expired: 'expired',
  'failed-later': 'payment_failed',
  'paid-later': 'paid',
}
const recorded = { ok: true, status: 'post_purchase_decision_recorded' }

export const closedTakesNoDecision: Check = {
  id: 'eligibility/closed-takes-no-decision',
  requirement: 'ELG-01',
  level: 'MUST',
  profile: 'sandbox',
  title:
    'a decision is checked against the present status: an intent that closed takes none, nor one more after another',
  scenarios: [scenario, closedLater.scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const tried = [...view.exchanges(closed), ...view.exchanges(closedLater)]
    // A seed may let decisions in at one of these statuses too.
    const due = tried.filter((x) => !isOpenAt(view.contract, ends[x.variant ?? ''] ?? 'payment_failed'))
    if (tried.length > 0 && due.length === 0) {
      record.notApplicable('the seed lets decisions in on failed and expired intents')
      return
    }
    record.each(due, 'a decision on a closed intent', (x) => {
      record.expect(statusOf(x) === 409 && errorCode(x) !== undefined, x, {
        message: `a decision on an intent that is closed (${x.variant ?? ''}) was not refused`,
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
    answersAs('an intent that took a decision takes one more', { ...closedLater }, 200, recorded),
  ],
}
