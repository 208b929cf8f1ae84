import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, sameJson, show, statusOf } from '../../judge/look.ts'
import { roundsOf } from '../../judge/races.ts'

const scenario = 'idempotency/race-events'

export const raceEvents: Check = {
  id: 'idempotency/race-events',
  requirement: 'IDM-09',
  level: 'MUST',
  profile: 'sandbox',
  title: 'racing deliveries of one event take effect once',
  scenarios: [scenario],
  needs: ['start', 'webhook', 'pay'],
  judge: (view, record) => {
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing deliveries')
    for (const [variant, round] of rounds) {
      const received = round.filter((x) => isSuccess(x) && memberOf(x, 'received') === true)
      const [any] = received
      if (any === undefined) {
        record.missing('a racing delivery that was received')
        continue
      }
      for (const name of ['duplicate', 'checkoutIntentUpdated'] as const) {
        const effect = name === 'checkoutIntentUpdated'
        const took = received.filter((x) => memberOf(x, name) === effect)
        const [first, second] = took
        record.expect(took.length <= 1, second ?? first ?? any, {
          message: 'more than one of the racing deliveries of one event took effect',
          expected: `${name} ${effect} in one answer at most`,
          seen: `in ${took.length} of ${round.length}`,
          pointer: `/response/body/${name}`,
        })
      }
      const [again] = view.exchanges({ scenario, step: 'again', variant })
      if (again !== undefined && (statusOf(again) ?? 500) < 429) {
        record.expect(memberOf(again, 'duplicate') === true, again, {
          message: 'after the race the event is not known as delivered',
          expected: 'duplicate true',
          seen: show(memberOf(again, 'duplicate')),
          pointer: '/response/body/duplicate',
        })
      }
      const at = (step: string) => view.exchanges({ scenario, step, variant })[0]
      const [then, now] = [at('after-race'), at('after-again')]
      if (then === undefined || now === undefined || !isSuccess(then) || !isSuccess(now)) continue
      const states = [memberOf(then, 'checkout'), memberOf(now, 'checkout')] as const
      record.expect(states[0] !== undefined && sameJson(...states), now, {
        message: 'one more delivery of the raced event changed the intent',
        expected: show(states[0]),
        seen: show(states[1]),
        pointer: '/response/body/checkout',
      })
    }
  },
  counterexamples: [
    {
      name: 'all copies are taken',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', nth: 'all' }, (body) => void (body['duplicate'] = false)),
    },
    {
      name: 'two copies update the intent',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', nth: 'all' }, (body) => {
          body['checkoutIntentUpdated'] = true
        }),
    },
    {
      name: 'the intent moves once more',
      edit: (editor) =>
        editor.json({ scenario, step: 'after-again' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), updatedAt: 1 }
        }),
    },
  ],
}
