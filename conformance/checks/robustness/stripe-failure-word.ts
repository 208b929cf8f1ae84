import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, show, statusOf } from '../../judge/look.ts'
import { startsThatStripeFailed, stripeFailure } from '../../judge/stripe-failures.ts'

const word = 'stripe_checkout_error'

export const robustnessStripeFailureWord: Check = {
  id: 'robustness/stripe-failure-word',
  requirement: 'ROB-06',
  level: 'SHOULD',
  profile: 'witnessed',
  title: 'a start that Stripe failed is answered 502 in the word of the protocol',
  scenarios: [stripeFailure],
  needs: ['witness', 'start'],
  judge: (view, record) => {
    record.each(startsThatStripeFailed(view, record), 'a start that Stripe failed', (x) => {
      record.expect(statusOf(x) === 502 && errorCode(x) === word, x, {
        message: `a start that Stripe failed (${x.variant ?? ''}) is answered in other words`,
        expected: `502 ${word}`,
        seen: `${statusOf(x)} ${show(errorCode(x))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    answersAs(
      'the failure has another word',
      { scenario: stripeFailure, step: 'while-failing', variant: 'api-error' },
      500,
      { ok: false, code: 'internal_error' },
    ),
  ],
}
