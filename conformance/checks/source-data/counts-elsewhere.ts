import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { memberOf, show } from '../../judge/look.ts'
import { countRows, countsOf, totalOf } from '../../judge/summary.ts'
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
    const [first, second, third, fourth] = exchanges({ scenario, step: 'quiet' })
    const [before, after] = exchanges({ scenario, step: 'commerce' })
    if (!first || !second || !third || !fourth || !before || !after)
      return record.missing('the counts were not all read')
    const rows = countRows(memberOf(after, ...path, 'aggregateCounts'))
    const live = rows.some((row) => totalOf(rowsOf(before), row) < row.total)
    // The protocol leaves the form of this summary open: only the same form, seen to move, can be compared.
    if (!live)
      return record.notApplicable('the commerce source data publishes no live counts of the same form')
    const own = countsOf(third)
    if (own === undefined || text(third) !== text(fourth))
      return record.missing('somebody else wrote while the counts were compared')
    for (const row of own) {
      const there = totalOf(rows, row)
      record.expect(there === row.total, third, {
        message: `two reads publish two counts of ${row.kind}`,
        expected: `${there}, as the commerce source data says`,
        seen: show(row.total),
        pointer: '/response/body/postPurchaseDecisionSummary/aggregateCounts',
      })
    }
  },
  counterexamples: [
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

function rowsOf(x: Exchange) {
  return countRows(memberOf(x, ...path, 'aggregateCounts'))
}

function text(x: Exchange): string {
  return JSON.stringify(countsOf(x))
}
