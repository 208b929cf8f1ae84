import type { Check } from '../../judge/check.ts'
import { isSuccess, jsonOf, objectsIn, show } from '../../judge/look.ts'
import { objectAt } from '../../judge/editor.ts'
import type { Json } from '../../transcript.ts'

const reads = 'source-data/reads'
const counts = 'source-data/counts'

export const flagsOff: Check = {
  id: 'source-data/flags',
  requirement: 'SRC-04',
  level: 'MUST',
  profile: 'public',
  title: 'every flag of the source data that declares something private or live is there and is false',
  scenarios: [reads, counts],
  needs: ['source-data'],
  judge: ({ contract: { seed }, exchanges }, record) => {
    const seeded = flagsIn(seed as unknown as Json)
    const among = [reads, counts].flatMap((scenario) =>
      exchanges({ scenario, operation: 'source-data.read' }),
    )
    record.each(among, 'the source data', (x) => {
      if (!isSuccess(x)) return record.missing('the source data could not be read')
      const published = flagsIn(jsonOf(x))
      for (const pointer of new Set([...seeded.keys(), ...published.keys()])) {
        const seen = published.get(pointer)
        record.expect(seen === false, x, {
          message: `the flag ${pointer} is not declared off`,
          expected: 'false',
          seen: show(seen),
          pointer: `/response/body${pointer}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'live mode is on',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read', nth: -1 }, (body) => {
          objectAt(body, 'sandboxCheckout')['liveModeEnabled'] = true
        }),
    },
    {
      name: 'a flag of the summary is left out',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read' }, (body) => {
          delete objectAt(body, 'postPurchaseDecisionSummary')['rawRowsIncluded']
        }),
    },
    {
      name: 'a flag is null',
      edit: (editor) =>
        editor.json({ scenario: reads, operation: 'source-data.read' }, (body) => {
          objectAt(body, 'checkoutSuccess')['privateDataIncluded'] = null
        }),
    },
  ],
}

/** Every flag of the kind in a document, by its pointer. */
function flagsIn(document: Json | undefined): Map<string, Json> {
  const found = new Map<string, Json>()
  for (const { pointer, object } of objectsIn(document)) {
    for (const [name, value] of Object.entries(object)) {
      if (/Included$/.test(name) || name === 'liveModeEnabled') found.set(`${pointer}/${name}`, value)
    }
  }
  return found
}
