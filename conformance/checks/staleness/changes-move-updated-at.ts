import type { Check } from '../../judge/check.ts'
import { roundsOf } from '../../judge/races.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'

const scenario = 'staleness/moving-on'

export const changesMoveUpdatedAt: Check = {
  id: 'staleness/changes-move-updated-at',
  requirement: 'STL-05',
  level: 'SHOULD',
  profile: 'sandbox',
  title: "each change of an intent's status moves its updatedAt forward",
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const stories = roundsOf(view.exchanges({ scenario, step: 'state' }).filter(isSuccess))
    let changes = 0
    for (const reads of stories.values()) {
      for (const [i, x] of reads.entries()) {
        const before = reads[i - 1]
        if (before === undefined) continue
        const [from, to] = [memberOf(before, 'checkout', 'status'), memberOf(x, 'checkout', 'status')]
        const [was, is] = [memberOf(before, 'checkout', 'updatedAt'), memberOf(x, 'checkout', 'updatedAt')]
        if (from === to || typeof was !== 'number' || typeof is !== 'number') continue
        changes += 1
        record.expect(is > was, x, {
          message: `the status went from ${show(from)} to ${show(to)} and updatedAt did not move forward`,
          expected: `more than ${was}`,
          seen: String(is),
          pointer: '/response/body/checkout/updatedAt',
        })
      }
    }
    if (changes === 0) record.missing('an intent whose status changed')
  },
  counterexamples: [
    {
      name: 'updatedAt stands still',
      edit: (editor) =>
        editor.json({ scenario, step: 'state', nth: 'all' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), updatedAt: 1_700_000_000 }
        }),
    },
  ],
}
