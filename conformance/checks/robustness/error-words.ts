import type { Check } from '../../judge/check.ts'
import { statusOf, show } from '../../judge/look.ts'
import type { View } from '../../judge/view.ts'
import { statusFor, wordOf, wordsOf, type Words } from './words.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const scenario = 'robustness/order'

/** WIRE 3, 4, 5, 7, 8 and 9: one fault, one word. */
const always: readonly Words[] = [
  ...wordsOf(scenario, 'start', {
    'unknown-price': 'sandbox_offer_not_found',
    'unlisted-bump': 'unsupported_order_bump',
  }),
  ...wordsOf('robustness/refusals', 'refusal', { owner: 'owner_session_required' }),
  [
    { scenario: 'robustness/refusals', step: 'refusal', variant: 'redirect' },
    ['checkout_redirect_not_available', 'checkout_url_not_available'],
  ],
  [
    { scenario: 'robustness/refusals', step: 'refusal', variant: 'webhook-unsigned' },
    ['stripe_signature_missing', 'webhook_secret_not_configured'],
  ],
]

const withReferrals: readonly Words[] = [
  ...wordsOf(scenario, 'click', {
    'no-key': 'idempotency_required',
    'unlisted-link': 'unsupported_referral_link',
    'unlisted-destination': 'unsupported_destination_route',
  }),
  ...wordsOf(scenario, 'ledger', {
    'no-intent': 'checkout_intent_required',
    'no-key': 'idempotency_key_required',
    'no-text': 'commission_ledger_confirmation_required',
    'unknown-intent': 'checkout_intent_not_found',
    'no-attribution': 'checkout_referral_attribution_required',
  }),
  [{ scenario: 'attribution/attach', step: 'other-click' }, ['checkout_referral_attribution_conflict']],
  [
    { scenario: 'attribution/attach', step: 'first-click-on-replay' },
    ['checkout_referral_attribution_conflict'],
  ],
  ...wordsOf('attribution/foreign-clicks', 'unknown-click', { 'made-up': 'referral_click_not_found' }),
  [{ scenario: 'ledger/entry', step: 'second-entry' }, ['commission_ledger_checkout_conflict']],
]

function wordsFor({ contract }: View): readonly Words[] {
  const { stack, referralLinks } = contract
  if (!takesReferrals(contract)) return always
  const elsewhere: Words = [
    { scenario: 'attribution/foreign-clicks', step: 'ineligible-start' },
    ['referral_click_route_mismatch'],
  ]
  const leadsElsewhere = referralLinks.ineligible.destinationRoute !== stack.linkedFunnelRoute
  return [...always, ...withReferrals, ...(leadsElsewhere ? [elsewhere] : [])]
}

export const robustnessErrorWords: Check = {
  id: 'robustness/error-words',
  requirement: 'ROB-06',
  level: 'SHOULD',
  profile: 'sandbox',
  title: "the error words of the other routes are the protocol's",
  scenarios: [
    scenario,
    'robustness/refusals',
    'attribution/attach',
    'attribution/foreign-clicks',
    'ledger/entry',
  ],
  needs: ['start', 'pay', 'click'],
  judge: (view, record) => {
    for (const [where, words] of wordsFor(view)) {
      const what = `${where.step ?? ''} ${where.variant ?? ''}`
      record.each(view.exchanges(where), what, (x) => {
        const held = words.some((word) => wordOf(x) === word && statusOf(x) === statusFor(word))
        record.expect(held, x, {
          message: `"${what.trim()}" is answered in other words, or by another status`,
          expected: words.map((word) => `${statusFor(word)} ${word}`).join(' or '),
          seen: `${statusOf(x)} ${show(wordOf(x))}`,
          pointer: '/response/body/code',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a click without a key has another word',
      edit: (editor) =>
        editor.json({ scenario, step: 'click', variant: 'no-key' }, (body) => {
          body['code'] = 'idempotency_key_required'
        }),
    },
    {
      name: 'an attribution conflict has another word',
      edit: (editor) =>
        editor.json({ scenario: 'attribution/attach', step: 'other-click' }, (body) => {
          body['code'] = 'conflict'
        }),
    },
  ],
}
