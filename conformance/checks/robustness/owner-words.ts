import type { Check } from '../../judge/check.ts'
import { statusOf, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { statusFor, wordOf, wordsOf, type Words } from './words.ts'

const scenario = 'owner-gate/actions'

/** WIRE 9: one fault, one word. */
const words: readonly Words[] = [
  ...wordsOf(scenario, 'refused', {
    'no-ledger': 'commission_ledger_required',
    'unknown-ledger': 'commission_ledger_not_found',
    'unsupported-action': 'commission_review_action_unsupported',
    'no-key': 'idempotency_key_required',
    'no-time': 'expected_updated_at_required',
    'no-text': 'commission_review_confirmation_required',
    stale: 'commission_review_stale_state',
  }),
  ...wordsOf(scenario, 'after-reversal', {
    mark_reviewed: 'commission_review_already_reversed',
    hold_for_review: 'commission_review_already_reversed',
    reverse_evidence: 'commission_review_already_reversed',
  }),
]

export const robustnessOwnerWords: Check = {
  id: 'robustness/owner-words',
  requirement: 'ROB-06',
  level: 'SHOULD',
  profile: 'owner',
  title: "the owner route's error words are the protocol's",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    for (const [where, [word = '']] of words) {
      record.each(view.exchanges(where), `the action "${where.variant ?? ''}"`, (x) => {
        record.expect(wordOf(x) === word && statusOf(x) === statusFor(word), x, {
          message: `the action "${where.variant ?? ''}" (${where.step ?? ''}) is answered in other words, or by another status`,
          expected: `${statusFor(word)} ${word}`,
          seen: `${statusOf(x)} ${show(wordOf(x))}`,
          pointer: '/response/body/code',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a missing time has another word',
      edit: (editor) =>
        editor.json({ scenario, step: 'refused', variant: 'no-time' }, (body) => {
          body['code'] = 'expected_checkout_updated_at_required'
        }),
    },
    {
      name: 'a reversed entry is called stale',
      edit: (editor) =>
        editor.json({ scenario, step: 'after-reversal', variant: 'hold_for_review' }, (body) => {
          body['code'] = 'commission_review_stale_state'
        }),
    },
  ],
}
