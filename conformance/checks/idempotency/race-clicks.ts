import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { judgeRound, roundsOf } from '../../judge/races.ts'
import { isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/race-clicks'

export const raceClicks: Check = {
  id: 'idempotency/race-clicks',
  requirement: 'IDM-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'twenty racing clicks with one key have one effect and one id',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing clicks')
    for (const [variant, round] of rounds) {
      judgeRound(record, round, 'click')
      const id = round.map(writtenId).find((one) => one !== undefined)
      if (id === undefined) continue
      record.each(view.exchanges({ scenario, step: 'after', variant }), 'the click after the race', (x) => {
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: 'after the race the key does not stand for the click that won it',
          expected: `200, id ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a loser gets an id of its own',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', nth: 1 }, (body) => void (body['referralClickId'] = 'made-up')),
    },
    {
      name: 'a loser gets a server error',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', nth: 2 },
          { status: 503, body: '{"ok":false,"code":"busy"}' },
        ),
    },
  ],
}
