import type { Check } from '../../judge/check.ts'
import { isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'staleness/moving-on'
const steps = ['replayed', 'replayed-as-read', 'replayed-outdated']

export const replayAfterChange: Check = {
  id: 'staleness/replay-after-change',
  requirement: 'STL-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision replays although the intent has moved on since',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const decided = view.exchanges({ scenario, step: 'decided' }).filter((x) => writtenId(x) !== undefined)
    if (decided.length === 0) record.missing('a decision on an intent that moved on afterwards')
    for (const { variant = '', ...first } of decided) {
      const id = writtenId(first)
      const replays = steps.flatMap((step) => view.exchanges({ scenario, step, variant }))
      record.each(replays, 'the decision, replayed', (x) => {
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: `after the intent moved on (${variant}), the decision does not replay`,
          expected: `200, id ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'the replay is refused as stale',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'replayed' },
          { status: 409, body: '{"ok":false,"code":"post_purchase_checkout_stale_state"}' },
        ),
    },
    {
      name: 'the replay is recorded anew',
      edit: (editor) =>
        editor.json({ scenario, step: 'replayed-as-read' }, (body) => {
          body['duplicate'] = false
        }),
    },
  ],
}
