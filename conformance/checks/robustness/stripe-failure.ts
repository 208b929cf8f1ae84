import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, isSuccess, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'
import { startsThatStripeFailed, stripeFailure } from '../../judge/stripe-failures.ts'

const failed = { scenario: stripeFailure, step: 'while-failing' }

export const robustnessStripeFailure: Check = {
  id: 'robustness/stripe-failure',
  requirement: 'ROB-02',
  level: 'MUST',
  profile: 'witnessed',
  title: 'a start that Stripe failed is refused in the envelope, and not answered as started',
  scenarios: [stripeFailure],
  needs: ['witness', 'start'],
  judge: (view, record) => {
    record.each(startsThatStripeFailed(view, record), 'a start that Stripe failed', (x) => {
      const started = isSuccess(x) && startedIntent(x) !== undefined
      record.expect(!started && (isSuccess(x) || errorCode(x) !== undefined), x, {
        message: `Stripe failed (${x.variant ?? ''}), and the start was not refused in the envelope`,
        expected: '502 {"ok": false, "code": "stripe_checkout_error"}',
        seen: started
          ? `a started checkout, status ${show(memberOf(x, 'status'))}`
          : `${statusOf(x)} without ok: false and a code`,
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    answersAs('the start counts as started', { ...failed, variant: 'api-error' }, 200, {
      ok: true,
      status: 'stripe_session_created',
      checkoutIntentId: 'checkout-intent-made-up',
    }),
    answersAs('the failure is passed on as it came', { ...failed, variant: 'no-json' }, 503, {
      error: { type: 'api_error' },
    }),
  ],
}
