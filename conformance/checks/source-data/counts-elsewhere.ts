import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { show } from '../../judge/look.ts'
import { countsOf, totalOf } from '../../judge/summary.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'source-data/counts'
const path = ['postPurchaseDecisions', 'summary'] as const

export const countsElsewhere: Check = {
  id: 'source-data/counts-elsewhere',
  requirement: 'SRC-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the counts of the source data and of the commerce source data are the same',
  scenarios: [scenario],
  needs: ['source-data', 'start', 'pay', 'decide'],
  judge: ({ exchanges }, record) => {
    const [, , third, fourth] = exchanges({ scenario, step: 'quiet' })
    const [after] = exchanges({ scenario, step: 'commerce' })
    if (!third || !fourth || !after) return record.missing('the counts were not all read')
    // The protocol leaves the form of this summary open: only counts of the same form can be compared.
    const there = countsOf(after, ...path)
    if (there === undefined)
      return record.notApplicable('the commerce source data publishes no live counts of the same form')
    const own = countsOf(third)
    if (own === undefined || text(third) !== text(fourth))
      return record.missing('somebody else wrote while the counts were compared')
    for (const row of own) {
      const second = totalOf(there, row)
      record.expect(second === row.total, after, {
        message: `two reads publish two counts of ${row.kind}`,
        expected: `${row.total}, as the source data says`,
        seen: show(second),
        pointer: '/response/body/postPurchaseDecisions/summary/aggregateCounts',
      })
    }
  },
  counterexamples: [
    {
      name: 'the commerce source data stand still',
      edit: (editor) =>
        editor.json({ scenario, step: 'commerce' }, (body) => {
          objectAt(body, ...path)['aggregateCounts'] = []
        }),
    },
    {
      name: 'one read counts one more',
      edit: (editor) => {
        for (const variant of ['3', '4'])
          editor.json({ scenario, step: 'quiet', variant }, (body) => {
            const row = objectAt(body, 'postPurchaseDecisionSummary', 'aggregateCounts', '0')
            row['total_decisions'] = Number(row['total_decisions']) + 1
          })
      },
    },
  ],
}

function text(x: Exchange): string {
  return JSON.stringify(countsOf(x))
}
