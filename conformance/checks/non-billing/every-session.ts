import { confirmedBaskets } from '../../judge/baskets.ts'
import type { Check } from '../../judge/check.ts'
import { isObject, member, show } from '../../judge/look.ts'
import { unconfirmedTerms } from '../../judge/session-terms.ts'
import { isSessionCreate, isWitnessed, lineAmounts, referenceOf } from '../../judge/witnessed.ts'
import type { WitnessedCall } from '../../transcript.ts'

export const everySession: Check = {
  id: 'non-billing/every-session',
  requirement: 'NBL-06',
  level: 'MUST',
  profile: 'witnessed',
  title: 'whatever else a start says, its session sells what was confirmed, and no intent has two sessions',
  // Of these in any case; a run that drives more is judged whole.
  scenarios: ['confirmation/mass-assignment', 'confirmation/what-is-bought', 'non-billing/start'],
  needs: ['start', 'witness'],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    const baskets = confirmedBaskets(view)
    const made = new Map<string, WitnessedCall>()
    for (const call of view.calls.filter(isSessionCreate)) {
      const reference = referenceOf(call)
      const fitting = typeof reference === 'string' ? baskets.get(reference) : undefined
      if (typeof reference !== 'string' || fitting === undefined) continue
      const sold = lineAmounts(call)
      const wanted = fitting.map((basket) => sorted(basket.map(({ unitAmountCents }) => unitAmountCents)))
      record.expect(sold === undefined || wanted.includes(sorted(sold)), call, {
        message: 'a session has other amounts than were confirmed by its start',
        expected: [...new Set(wanted)].join(', or '),
        seen: show(sold && sorted(sold)),
        pointer: '/params/line_items',
      })
      for (const { name, pointer } of unconfirmedTerms(call)) {
        record.expect(false, call, {
          message: `a session has terms that nobody confirmed: ${name}`,
          expected: 'the seeded prices, one of each, and no further terms',
          seen: name,
          pointer,
        })
      }
      if (call.status >= 300) continue
      const earlier = made.get(reference)
      // Stripe answers the same key by the same session.
      const same = call.idempotencyKey !== null && earlier?.idempotencyKey === call.idempotencyKey
      record.expect(earlier === undefined || same, call, {
        message: 'a second session was created for one intent',
        expected: 'one session an intent',
        seen: `${call.method} ${call.path} under another key`,
        pointer: '/idempotencyKey',
      })
      made.set(reference, call)
    }
    if (made.size === 0) record.missing('a session of a start of this run')
  },
  counterexamples: [
    {
      name: 'a session sells more of one thing',
      edit: (editor) =>
        editor.editCalls((calls) =>
          calls.map((call) =>
            isSessionCreate(call) && isObject(call.params)
              ? { ...call, params: { ...call.params, line_items: [{ price_data: { unit_amount: 1 } }] } }
              : call,
          ),
        ),
    },
    {
      name: 'the buyer may enter a promotion code',
      edit: (editor) =>
        editor.editCalls((calls) =>
          calls.map((call) =>
            isSessionCreate(call) && isObject(call.params)
              ? { ...call, params: { ...call.params, allow_promotion_codes: 'true' } }
              : call,
          ),
        ),
    },
    {
      name: 'an intent gets a second session',
      edit: (editor) =>
        editor.editCalls((calls) =>
          calls.flatMap((call) =>
            isSessionCreate(call) && member(call.params, 'mode') === 'payment'
              ? [call, { ...call, idempotencyKey: 'another' }]
              : [call],
          ),
        ),
    },
  ],
}

function sorted(amounts: readonly number[]): string {
  return [...amounts].sort((a, b) => a - b).join(' + ')
}
