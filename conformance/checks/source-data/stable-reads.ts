import type { Check } from '../../judge/check.ts'
import { isObject, isSuccess, jsonOf, show } from '../../judge/look.ts'
import { rowsOf } from '../../judge/summary.ts'
import type { Json, JsonObject } from '../../transcript.ts'

const reads = 'source-data/reads'
const counts = 'source-data/counts'

export const stableReads: Check = {
  id: 'source-data/stable-reads',
  requirement: 'SRC-09',
  level: 'SHOULD',
  profile: 'public',
  title: 'two reads of the source data differ in live counts and request ids alone',
  scenarios: [reads, counts],
  needs: ['source-data'],
  judge: ({ contract: { seed }, exchanges }, record) => {
    const among = [reads, counts].flatMap((scenario) =>
      exchanges({ scenario, operation: 'source-data.read' }),
    )
    let before: JsonObject | undefined
    record.each(among, 'the source data', (x) => {
      const body = jsonOf(x)
      if (!isSuccess(x) || !isObject(body) || body['id'] !== seed.id)
        return record.missing('the source data could not be read')
      if (before !== undefined) {
        const [was, is] = [fixedText(seed, before), fixedText(seed, body)]
        record.expect(was === is, x, {
          message: 'two reads of the source data differ in more than the live counts',
          expected: 'the same members and elements, in the same order',
          seen: `a difference at ${show(excerpt(was, is))}`,
          pointer: '/response/body',
        })
        const [rowsWere, rowsAre] = [countRows(before), countRows(body)]
        const sameRows = show([...rowsWere].sort(), Infinity) === show([...rowsAre].sort(), Infinity)
        record.expect(!sameRows || show(rowsWere, Infinity) === show(rowsAre, Infinity), x, {
          message: 'the same counts stand in another order',
          expected: 'one order',
          seen: 'another one than in the read before',
          pointer: '/response/body/postPurchaseDecisionSummary/aggregateCounts',
        })
      }
      before = body
    })
  },
  counterexamples: [
    {
      name: 'a list is turned round',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read', nth: 1 }, (body) => {
          body['stableIds'] = [...rowsOf(body['stableIds'])].reverse()
          body['routes'] = [...rowsOf(body['routes'])].reverse()
        }),
    },
    {
      name: 'the members stand in another order',
      edit: (editor) =>
        editor.exchange({ scenario: reads, operation: 'source-data.read', nth: -1 }, (x) => {
          const body = jsonOf(x)
          if (x.response === null || !isObject(body)) return x
          const turned = Object.fromEntries(Object.entries(body).reverse())
          return { ...x, response: { ...x.response, body: JSON.stringify(turned) } }
        }),
    },
  ],
}

/** The seeded members in the order of the answer, as text, without what is live. */
function fixedText(seed: object, body: JsonObject): string {
  const members = Object.entries(body).filter(([name]) => Object.hasOwn(seed, name))
  return JSON.stringify(
    Object.fromEntries(
      members.map(([name, value]) => {
        if (name !== 'postPurchaseDecisionSummary' || !isObject(value)) return [name, value]
        const { aggregateCounts: _live, status: _status, ...rest } = value
        return [name, rest]
      }),
    ),
  )
}

function countRows(body: JsonObject): string[] {
  const summary: Json | undefined = body['postPurchaseDecisionSummary']
  return rowsOf(isObject(summary) ? summary['aggregateCounts'] : undefined).map((row) => JSON.stringify(row))
}

function excerpt(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return b.slice(Math.max(0, at - 20), at + 60)
}
