import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { member, parseJson, show } from '../../judge/look.ts'
import { judgeRound, roundsOf } from '../../judge/races.ts'
import { isRefusal, isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'idempotency/race-decisions'

export const raceDecisions: Check = {
  id: 'idempotency/race-decisions',
  requirement: 'IDM-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'twenty racing decisions with one key have one effect and one id, also for two intents or kinds',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing decisions')
    for (const [variant, round] of rounds) {
      // A target that looks for no key in the header refuses them all, which is judged by IDM-08.
      if (variant === 'in-header' && round.every((x) => isRefusal(x))) continue
      judgeRound(record, round, 'decision', wishOf)
      const winner = round.find((x) => writtenId(x) !== undefined)
      if (winner === undefined) continue
      const id = writtenId(winner)
      const won = wishOf(winner)
      const after = view.exchanges({ scenario, step: 'after', variant })
      record.each(after, 'the decision after the race', (x) => {
        const held = wishOf(x) === won ? isReplay(x) && writtenId(x) === id : isRefusal(x, 409)
        record.expect(held, x, {
          message: 'after the race the key does not stand for the decision that won it',
          expected: wishOf(x) === won ? `200, id ${id}, duplicate true` : '409 for another intent or kind',
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
        editor.json({ scenario, step: 'race', nth: 1 }, (body) => {
          objectAt(body, 'decision')['decisionId'] = 'made-up'
        }),
    },
    {
      name: 'the key decides on two intents',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', variant: 'mixed', nth: 0 }, (body) => {
          objectAt(body, 'decision')['decisionId'] = 'made-up'
        }),
    },
    {
      name: 'all say that they were the first',
      edit: (editor) =>
        editor.json({ scenario, step: 'race', variant: 'in-body', nth: 'all' }, (body) => {
          body['duplicate'] = false
        }),
    },
    {
      name: 'a loser gets a server error',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', nth: 2 },
          { status: 500, body: '{"ok":false,"code":"busy"}' },
        ),
    },
    {
      name: 'the key is forgotten after the race',
      edit: (editor) => editor.json({ scenario, step: 'after' }, (body) => void (body['duplicate'] = false)),
    },
  ],
}

/** The intent and the kind that were asked for. */
function wishOf({ request }: Exchange): string {
  const sent = parseJson(request.body ?? '')
  return show([member(sent, 'checkoutIntentId') ?? null, member(sent, 'decisionKind') ?? null], 400)
}
