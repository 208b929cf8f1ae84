import type { Check } from '../../judge/check.ts'
import { judgeRound, roundsOf } from '../../judge/races.ts'
import { isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/race-starts'

export const raceStarts: Check = {
  id: 'idempotency/race-starts',
  requirement: 'IDM-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'twenty racing starts with one key give one intent',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing starts')
    for (const [variant, round] of rounds) {
      judgeRound(record, round, 'start')
      const id = round.map(writtenId).find((one) => one !== undefined)
      if (id === undefined) continue
      record.each(view.exchanges({ scenario, step: 'after', variant }), 'the start after the race', (x) => {
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: 'after the race the key does not stand for the intent that won it',
          expected: `200, intent ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body/checkoutIntentId',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a loser starts an intent of its own',
      edit: (editor) =>
        editor.json(
          { scenario, step: 'race', nth: 1 },
          (body) => void (body['checkoutIntentId'] = 'made-up'),
        ),
    },
    {
      name: 'the key starts another intent after the race',
      edit: (editor) =>
        editor.json({ scenario, step: 'after' }, (body) => void (body['checkoutIntentId'] = 'made-up')),
    },
  ],
}
