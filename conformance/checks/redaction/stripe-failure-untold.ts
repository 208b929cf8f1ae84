import type { Check } from '../../judge/check.ts'
import { textsOf } from '../../judge/look.ts'
import { startsThatStripeFailed, stripeFailure } from '../../judge/stripe-failures.ts'

/** The names of Stripe's errors, as its API reference has them: none is a word of this protocol. */
const names = /\b(?:api_error|invalid_request_error|resource_missing|request_log_url)\b/

export const redactionStripeFailureUntold: Check = {
  id: 'redaction/stripe-failure-untold',
  requirement: 'RED-14',
  level: 'MUST',
  profile: 'witnessed',
  title: 'the answer to a start that Stripe failed holds nothing of what Stripe said',
  scenarios: [stripeFailure],
  needs: ['witness', 'start'],
  judge: (view, record) => {
    record.each(startsThatStripeFailed(view, record), 'a start that Stripe failed', (x) => {
      const { said } = x.about
      const repeats = (text: string) => typeof said === 'string' && text.includes(said)
      const told = textsOf(x).find(({ text }) => repeats(text) || names.test(text))
      record.expect(told === undefined, x, {
        message: `Stripe's own words are passed on where it fails (${x.variant ?? ''})`,
        expected: "a code of the protocol's, and words for the caller",
        seen: repeats(told?.text ?? '') ? 'the message of Stripe' : "the names of Stripe's error",
        pointer: told?.pointer ?? '/response',
      })
    })
  },
  counterexamples: [
    {
      name: 'the message of Stripe is passed on',
      edit: (editor) =>
        editor.json(
          { scenario: stripeFailure, step: 'while-failing', variant: 'api-error' },
          (body, x) => void (body['message'] = x.about['said'] ?? null),
        ),
    },
    {
      name: "the kind of Stripe's error is passed on",
      edit: (editor) =>
        editor.json(
          { scenario: stripeFailure, step: 'while-failing', variant: 'invalid-request' },
          (body) => void (body['cause'] = { type: 'invalid_request_error' }),
        ),
    },
  ],
}
