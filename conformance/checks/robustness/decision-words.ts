import type { Check } from '../../judge/check.ts'
import { statusOf, show } from '../../judge/look.ts'
import { statusFor, wordOf, wordsOf } from './words.ts'

const scenario = 'robustness/order'

/** WIRE 6, from top to bottom: where two things are wrong, the upper row answers. */
const words = wordsOf(scenario, 'decision', {
  complete: 'post_purchase_decision_recorded',
  'no-intent': 'checkout_intent_required',
  'no-kind': 'post_purchase_decision_required',
  'no-key': 'idempotency_key_required',
  'no-time': 'expected_checkout_updated_at_required',
  'no-text': 'post_purchase_confirmation_required',
  'no-kind-and-text': 'post_purchase_decision_required',
  'no-time-and-text': 'expected_checkout_updated_at_required',
  'text-and-kind': 'post_purchase_confirmation_required',
  'text-and-intent': 'post_purchase_confirmation_required',
  'text-and-known-key': 'post_purchase_confirmation_required',
  'kind-and-intent': 'post_purchase_decision_unsupported',
  'kind-and-known-key': 'post_purchase_decision_unsupported',
  'known-key-and-intent': 'post_purchase_decision_idempotency_conflict',
  'known-key-and-time': 'post_purchase_decision_replayed',
  'intent-and-time': 'checkout_intent_not_found',
  'not-eligible-and-time': 'post_purchase_checkout_not_eligible',
  time: 'post_purchase_checkout_stale_state',
})

export const robustnessDecisionWords: Check = {
  id: 'robustness/decision-words',
  requirement: 'ROB-06',
  level: 'SHOULD',
  profile: 'sandbox',
  title: "a decision's error words, and the order in which faults are named, are the protocol's",
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const [where, [word = '']] of words) {
      record.each(view.exchanges(where), `the decision "${where.variant ?? ''}"`, (x) => {
        record.expect(wordOf(x) === word && statusOf(x) === statusFor(word), x, {
          message: `the decision "${where.variant ?? ''}" is answered in other words, in another order or by another status`,
          expected: `${statusFor(word)} ${word}`,
          seen: `${statusOf(x)} ${show(wordOf(x))}`,
          pointer: '/response/body/code',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a missing kind is answered by another status',
      edit: (editor) => editor.respond({ scenario, step: 'decision', variant: 'no-kind' }, { status: 422 }),
    },
    {
      name: 'the kind is looked at before the text',
      edit: (editor) =>
        editor.json({ scenario, step: 'decision', variant: 'text-and-kind' }, (body) => {
          body['code'] = 'post_purchase_decision_unsupported'
        }),
    },
    {
      name: 'a missing key has another word',
      edit: (editor) =>
        editor.json(
          { scenario, step: 'decision', variant: 'no-key' },
          (body) => void (body['code'] = 'bad_request'),
        ),
    },
    {
      name: 'staleness is looked at before eligibility',
      edit: (editor) =>
        editor.json({ scenario, step: 'decision', variant: 'not-eligible-and-time' }, (body) => {
          body['code'] = 'post_purchase_checkout_stale_state'
        }),
    },
  ],
}
