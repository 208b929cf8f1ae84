import type { Check } from '../../judge/check.ts'
import { memberOf } from '../../judge/look.ts'
import { roundsOf } from '../../judge/races.ts'
import { callsBetween, isSessionCreate, isWitnessed, positionBefore } from '../../judge/witnessed.ts'
import { writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/race-starts'

export const raceOneSession: Check = {
  id: 'idempotency/race-one-session',
  requirement: 'IDM-05',
  level: 'MUST',
  profile: 'witnessed',
  title: 'twenty racing starts with one key create one session at Stripe',
  scenarios: [scenario],
  needs: ['start', 'witness'],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing starts')
    for (const [variant, round] of rounds) {
      const started = round.find((x) => writtenId(x) !== undefined)
      const [first] = round
      const last = view.exchanges({ scenario, step: 'after', variant }).at(-1) ?? round.at(-1)
      if (started === undefined || first === undefined || last === undefined) {
        record.missing('a racing start that was taken')
        continue
      }
      const made = callsBetween(view, positionBefore(view, first.n), last.n).filter(
        (call) => isSessionCreate(call) && call.status < 300,
      )
      // Stripe answers the same key with the same parameters by the same session.
      const sessions = new Set(
        made.map(({ n, idempotencyKey, params }) => JSON.stringify([idempotencyKey ?? n, params])),
      )
      const expected = memberOf(started, 'status') === 'preview' ? 0 : 1
      record.expect(sessions.size === expected, made[1] ?? started, {
        message: 'racing starts with one key did not create exactly one session at Stripe',
        expected: String(expected),
        seen: String(sessions.size),
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'each racer creates a session of its own',
      edit: (editor) =>
        editor.call(
          { scenario, step: 'race' },
          { operation: 'checkout.sessions.create', path: '/v1/checkout/sessions' },
        ),
    },
  ],
}
