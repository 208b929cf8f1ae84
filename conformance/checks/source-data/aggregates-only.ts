import type { Check } from '../../judge/check.ts'
import { differences } from '../../judge/differences.ts'
import { isObject, isSuccess, jsonOf, member, memberOf, objectsIn, show } from '../../judge/look.ts'
import { objectAt } from '../../judge/editor.ts'
import { rowsOf, unlistedIn } from '../../judge/summary.ts'
import type { View } from '../../judge/view.ts'
import type { Json } from '../../transcript.ts'

const reads = 'source-data/reads'
const counts = 'source-data/counts'
const operations = {
  'source-data.read': ['postPurchaseDecisionSummary'],
  'commerce-source-data.read': ['postPurchaseDecisions', 'summary'],
} as const

export const aggregatesOnly: Check = {
  id: 'source-data/aggregates-only',
  requirement: 'SRC-06',
  level: 'MUST',
  profile: 'public',
  title: 'the decision summary holds counts: no row, and no id of a decision or an intent',
  scenarios: [reads, counts],
  needs: ['source-data'],
  judge: (view, record) => {
    const ids = knownIds(view)
    for (const [operation, path] of Object.entries(operations)) {
      const among = view
        .exchanges({ operation: operation as keyof typeof operations })
        .filter(({ scenario }) => scenario === reads || scenario === counts)
      record.each(among, 'a published summary', (x) => {
        const summary = memberOf(x, ...path)
        if (!isSuccess(x) || !isObject(summary)) {
          if (operation === 'source-data.read') record.missing('a summary could not be read')
          return
        }
        record.saw()
        // What the seed itself says there is content, and no row of the target's.
        const live = Object.fromEntries(
          Object.entries(summary).filter(([name, value]) => !isSeeded(view, name, value)),
        )
        const lists = [...objectsIn(live)].flatMap(({ pointer, object }) =>
          Object.entries(object).map(([name, value]) => ({ pointer: `${pointer}/${name}`, name, value })),
        )
        const at = `/response/body/${path.join('/')}`
        // The protocol fixes the form of this summary in the source data; elsewhere only ids tell a row.
        const closed = operation === 'source-data.read'
        for (const { pointer, name, value } of lists) {
          const rows = closed && name !== 'aggregateCounts' && Array.isArray(value) && value.some(isObject)
          const names = /^(?:decision|checkout_?intent|intent|order|buyer|audit\w*)_?ids?$/i.test(name)
          const extra =
            closed && pointer.startsWith('/aggregateCounts/') && unlistedIn({ [name]: value }).length > 0
          const deep = closed && isObject(value)
          if (!rows && !names && !extra && !deep) continue
          record.expect(false, x, {
            message: 'the summary holds more than counts',
            expected: 'the seeded five members a count, and flags',
            seen: `${pointer}: ${rows ? `${rowsOf(value).length} rows` : show(value)}`,
            pointer: `${at}${pointer}`,
          })
        }
        const body = x.response?.body ?? ''
        const id = ids.find((one) => body.includes(one))
        record.expect(id === undefined, x, {
          message: 'the document names a decision or an intent of this run',
          expected: 'no id of a decision or an intent',
          seen: id === undefined ? 'none' : 'one that this run was given',
          pointer: at,
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'the rows stand beside the counts',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read' }, (body) => {
          objectAt(body, 'postPurchaseDecisionSummary')['rows'] = [{ kind: 'made-up' }]
        }),
    },
    {
      name: 'a count names a decision',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read' }, (body) => {
          objectAt(body, 'postPurchaseDecisionSummary')['aggregateCounts'] = [
            { decision_kind: 'made-up', total_decisions: 1, decision_id: 'made-up' },
          ]
        }),
    },
  ],
}

function isSeeded({ contract: { seed } }: View, name: string, value: Json): boolean {
  const seeded = member(seed.postPurchaseDecisionSummary as Json, name)
  return seeded !== undefined && differences({ seeded }, { seeded: value }).length === 0
}

/** Ids of intents and decisions that the run was given; short ones could stand anywhere by chance. */
function knownIds(view: View): string[] {
  const found = view.exchanges().flatMap((x) => {
    const body = jsonOf(x)
    return isSuccess(x) ? [member(body, 'checkoutIntentId'), member(body, 'decision', 'decisionId')] : []
  })
  return [...new Set(found)].filter((id): id is string => typeof id === 'string' && id.length >= 8)
}
