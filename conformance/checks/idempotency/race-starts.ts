import type { Check } from '../../judge/check.ts'
import { judgeAfterRace, judgeRound, roundsOf } from '../../judge/races.ts'
import { writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/race-starts'

export const raceStarts: Check = {
  id: 'idempotency/race-starts',
  requirement: 'IDM-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'racing starts with one key give one intent, also where they ask for different checkouts',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing starts')
    for (const [variant, round] of rounds) {
      judgeRound(record, round, 'start')
      const id = round.map(writtenId).find((one) => one !== undefined)
      if (id === undefined) continue
      const after = view.exchanges({ scenario, step: 'after', variant })
      judgeAfterRace(record, after, 'start', { id, mixed: variant.startsWith('mixed') })
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
      name: 'another checkout under the key starts an intent of its own',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', variant: 'mixed', nth: -1 },
          { status: 200, body: '{"ok":true,"checkoutIntentId":"made-up"}' },
        ),
    },
    {
      name: 'the key starts another intent after the race',
      edit: (editor) =>
        editor.json({ scenario, step: 'after' }, (body) => void (body['checkoutIntentId'] = 'made-up')),
    },
  ],
}
