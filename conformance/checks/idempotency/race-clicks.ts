import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { judgeAfterRace, judgeRound, roundsOf } from '../../judge/races.ts'
import { writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/race-clicks'

export const raceClicks: Check = {
  id: 'idempotency/race-clicks',
  requirement: 'IDM-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'racing clicks with one key have one effect and one id, also where they follow two links',
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
      const after = view.exchanges({ scenario, step: 'after', variant })
      judgeAfterRace(record, after, 'click', { id, mixed: variant.startsWith('mixed') })
    }
  },
  counterexamples: [
    {
      name: 'a loser gets an id of its own',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', nth: 1 }, (body) => void (body['referralClickId'] = 'made-up')),
    },
    {
      name: 'the key clicks on two links',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', variant: 'mixed', nth: -1 },
          { status: 200, body: '{"ok":true,"referralClickId":"made-up"}' },
        ),
    },
    {
      name: 'the key stands for another click after the race',
      edit: (editor) =>
        editor.json({ scenario, step: 'after' }, (body) => void (body['referralClickId'] = 'made-up')),
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
