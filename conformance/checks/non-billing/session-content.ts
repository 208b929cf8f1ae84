import type { Check, Counterexample } from '../../judge/check.ts'
import { isObject, member, parseJson, show, startedIntent } from '../../judge/look.ts'
import { returnOf, unconfirmedTerms } from '../../judge/session-terms.ts'
import { stripeFailure } from '../../judge/stripe-failures.ts'
import {
  callsDuring,
  isSessionCreate,
  isWitnessed,
  lineAmounts,
  lineCurrencies,
  referenceOf,
} from '../../judge/witnessed.ts'
import type { Exchange, Json, WitnessedCall } from '../../transcript.ts'

const scenario = 'non-billing/start'

export const sessionContent: Check = {
  id: 'non-billing/session-content',
  requirement: 'NBL-06',
  level: 'MUST',
  profile: 'witnessed',
  title: "the session is a payment of the seeded amounts, for the intent, under the caller's key",
  scenarios: [scenario, stripeFailure],
  needs: [],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    const { primaryOffer, buyableBumps } = view.contract
    // A start that Stripe failed may ask again, under the same key: under none, Stripe may create two sessions.
    for (const x of view.exchanges({ scenario: stripeFailure, step: 'while-failing' })) {
      const own = new Set(callsDuring(view, x).filter(isSessionCreate).map(referenceOf))
      // Of a start that failed the intent is not told, so that a call without the key is known by its reference.
      for (const call of view.calls.filter((one) => isSessionCreate(one) && own.has(referenceOf(one)))) {
        record.expect(call.idempotencyKey === keyOf(x), call, {
          message: 'a start that Stripe failed asked again under another key than the one of the caller',
          expected: show(keyOf(x)),
          seen: show(call.idempotencyKey),
          pointer: '/idempotencyKey',
        })
      }
    }
    record.each(view.exchanges({ scenario, step: 'start' }), 'a start', (x) => {
      const id = startedIntent(x)
      const offers = x.variant === 'with-bumps' ? [primaryOffer, ...buyableBumps] : [primaryOffer]
      const amounts = offers.map(({ unitAmountCents }) => unitAmountCents)
      const key = keyOf(x)
      for (const call of callsDuring(view, x).filter(isSessionCreate)) {
        const expect = (name: string, expected: Json | undefined, seen: Json | undefined, pointer: string) =>
          record.expect(expected === seen, call, {
            message: `the session that a start creates has another ${name} than was confirmed`,
            expected: show(expected),
            seen: show(seen),
            pointer,
          })
        expect('mode', 'payment', member(call.params, 'mode'), '/params/mode')
        if (id !== undefined) {
          expect(
            'client_reference_id',
            id,
            member(call.params, 'client_reference_id'),
            '/params/client_reference_id',
          )
          const named = member(call.params, 'metadata', 'checkout_intent_id')
          expect('metadata.checkout_intent_id', id, named, '/params/metadata/checkout_intent_id')
          const success = returnOf(call)
          const back = '/params/success_url'
          expect('checkout_intent_id in its success_url', id, success?.intentId, back)
          expect('session_id in its success_url', '{CHECKOUT_SESSION_ID}', success?.sessionId, back)
        }
        expect('idempotency key', key, call.idempotencyKey ?? undefined, '/idempotencyKey')
        const sold = lineAmounts(call)
        if (sold !== undefined) expect('amount', sorted(amounts), sorted(sold), '/params/line_items')
        for (const { name, pointer } of unconfirmedTerms(call)) {
          record.expect(false, call, {
            message: `the session that a start creates has terms that nobody confirmed: ${name}`,
            expected:
              'the seeded prices, one of each, and nothing that changes or passes on the amount, or keeps the card',
            seen: name,
            pointer,
          })
        }
        for (const currency of lineCurrencies(call)) {
          expect('currency', primaryOffer.currency, currency, '/params/line_items')
        }
      }
    })
  },
  counterexamples: [
    changing('the session is a subscription', 'mode', 'subscription'),
    changing('the session names another intent', 'client_reference_id', 'made-up'),
    changing('the buyer may change the quantity', 'line_items', [
      { adjustable_quantity: { enabled: 'true' } },
    ]),
    changing('shipping is added', 'shipping_options', [
      { shipping_rate_data: { fixed_amount: { amount: '500' } } },
    ]),
    changing('a partner is paid', 'payment_intent_data', { transfer_data: { destination: 'acct_1' } }),
    changing('the buyer comes back without the intent', 'success_url', 'https://shop.example/done'),
    changing('the buyer may enter a promotion code', 'allow_promotion_codes', 'true'),
    changing('the card is kept', 'payment_intent_data', { setup_future_usage: 'off_session' }),
    changing('tax is added', 'automatic_tax', { enabled: 'true' }),
    changing('another amount is charged', 'line_items', [{ price_data: { unit_amount: 1 } }]),
    {
      name: 'a start that Stripe fails asks again under no key',
      edit: (editor) =>
        editor.editCalls((calls) =>
          calls.flatMap((call) => (call.status >= 400 ? [call, { ...call, idempotencyKey: null }] : [call])),
        ),
    },
    {
      name: "the caller's key is not passed on",
      edit: (editor) => editor.editCalls((calls) => calls.map((call) => ({ ...call, idempotencyKey: null }))),
    },
  ],
}

/** The key of a start, in the body or the header. */
function keyOf(x: Exchange): Json | undefined {
  const inHeader = x.request.headers.find(([name]) => name.toLowerCase() === 'idempotency-key')
  return member(parseJson(x.request.body ?? ''), 'idempotencyKey') ?? inHeader?.[1]
}

function sorted(amounts: readonly number[]): string {
  return [...amounts].sort((a, b) => a - b).join(' + ')
}

function changing(name: string, param: string, value: Json): Counterexample {
  const change = (call: WitnessedCall): WitnessedCall => {
    const params = isObject(call.params) ? call.params : {}
    return isSessionCreate(call) ? { ...call, params: { ...params, [param]: value } } : call
  }
  return { name, edit: (editor) => editor.editCalls((calls) => calls.map(change)) }
}
