import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf } from '../../judge/look.ts'
import { numbersIn } from '../../judge/numbers.ts'
import type { Exchange, Json } from '../../transcript.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/clicks'

const summaryOf = (x: Exchange | undefined) =>
  x === undefined ? undefined : memberOf(x, 'referralAttribution', 'summary')

export const attributionCountedOnce: Check = {
  id: 'attribution/counted-once',
  requirement: 'ATT-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a replayed click is not counted again in the published aggregates',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const replays = view.exchanges({ scenario, step: 'replay' })
    if (!replays.some(isSuccess)) record.missing('a replayed click')
    const reads = ['after-click', 'after-1', 'after-2'].map(
      (variant) => view.exchanges({ scenario, step: 'counts', variant })[0],
    )
    const [before, middle, after] = reads.map((x) => numbersIn(summaryOf(x)))
    const last = reads[2]
    if (
      last === undefined ||
      !isSuccess(last) ||
      before === undefined ||
      middle === undefined ||
      after === undefined
    ) {
      record.missing('the aggregates around the replays')
      return
    }
    if (after.size === 0) {
      record.notApplicable('the target publishes no numbers about clicks')
      return
    }
    for (const [pointer, value] of after) {
      // Others may click at the same time: only a count that rose by just our replays, twice, is ours.
      const rises = [
        (middle.get(pointer) ?? 0) - (before.get(pointer) ?? 0),
        value - (middle.get(pointer) ?? 0),
      ]
      const sent = reads.slice(1).map((x) => x?.about['replays'])
      record.expect(!rises.every((rise, i) => rise === sent[i]), last, {
        message: 'each replay of a click was counted as a click',
        expected: 'the count of one click',
        seen: `a rise by ${rises.join(' and by ')} after as many replays`,
        pointer: `/response/body/referralAttribution/summary${pointer}`,
      })
    }
  },
  counterexamples: [
    {
      name: 'each replay is counted',
      edit: (editor) => {
        let total = 100
        for (const variant of ['after-click', 'after-1', 'after-2']) {
          editor.json({ scenario, step: 'counts', variant }, (body, x) => {
            total += Number(x.about['replays'] ?? 0)
            const summary: Json = { totalClicks: total }
            body['referralAttribution'] = { summary }
          })
        }
      },
    },
  ],
}
