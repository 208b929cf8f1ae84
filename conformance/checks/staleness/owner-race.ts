import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { linearize } from '../../judge/linearizability.ts'
import { memberOf } from '../../judge/look.ts'
import { oneWriteAVersion, roundsOf } from '../../judge/races.ts'
import { isLimited, isRefusal, writtenId } from '../../judge/writes.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'staleness/owner-race'

export const ownerRace: Check = {
  id: 'staleness/owner-race',
  requirement: 'STL-04',
  level: 'MUST',
  profile: 'owner',
  title: 'of racing owner actions on one expected time exactly one wins',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const rounds = roundsOf(view.exchanges({ scenario, step: 'race' }))
    if (rounds.size === 0) record.missing('racing owner actions')
    for (const round of rounds.values()) {
      const winners = round.filter((x) => writtenId(x) !== undefined)
      const told = round.filter((x) => outcomeOfRace(x) !== undefined)
      const [any] = told
      if (any === undefined) {
        record.missing('a racing owner action that was answered')
        continue
      }
      const expected = Number(any.about['expectedUpdatedAt'])
      const history = round.map((x) => ({
        input: expected,
        output: outcomeOfRace(x),
        start: x.sentAt,
        end: x.sentAt + x.tookMs,
      }))
      const held = winners.length <= 1 && linearize(history, oneWriteAVersion).linearizable
      record.expect(held, winners[1] ?? any, {
        message: 'of racing owner actions on one expected time not exactly one won',
        expected: 'one recorded, all others refused as stale',
        seen: `${winners.length} of ${round.length} recorded`,
        pointer: '/response/status',
      })
    }
  },
  counterexamples: [
    {
      name: 'two actions win',
      edit: (editor) => {
        const won =
          '{"ok":true,"reviewAction":{"actionId":"made-up"},"commissionLedger":{"updatedAt":9999999999}}'
        for (const nth of [1, 2]) editor.respond({ scenario, step: 'race', nth }, { status: 200, body: won })
      },
    },
    {
      name: 'none wins',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'race', variant: 'round-1', nth: 'all' },
          { status: 409, body: '{"ok":false,"code":"commission_review_stale_state"}' },
        ),
    },
  ],
}

function outcomeOfRace(x: Exchange): { readonly next: number } | 'stale' | undefined {
  const next = memberOf(x, 'commissionLedger', 'updatedAt')
  if (writtenId(x) !== undefined && typeof next === 'number') return { next }
  return isRefusal(x, 409) && !isLimited(x) ? 'stale' : undefined
}
