import type { Check } from '../../judge/check.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { differences } from '../../judge/differences.ts'
import { isObject, isSuccess, jsonOf, objectsIn } from '../../judge/look.ts'
import type { Json } from '../../transcript.ts'

const scenario = 'source-data/reads'

export const staticValues: Check = {
  id: 'source-data/static-values',
  requirement: 'SRC-02',
  level: 'MUST',
  profile: 'public',
  title: 'every static value of the source data is the seeded one',
  scenarios: [scenario],
  needs: ['source-data'],
  judge: ({ contract: { seed }, exchanges }, record) => {
    const { postPurchaseDecisionSummary: _live, ...fixed } = seed
    const amounts = namesOfWholeNumbers(fixed as Json)
    record.each(exchanges({ scenario, operation: 'source-data.read' }), 'the source data', (x) => {
      const body = jsonOf(x)
      if (!isSuccess(x) || !isObject(body)) return record.missing('the source data could not be read')
      record.saw()
      // A member that the seed does not have is a matter of the shape, not of the values.
      const drifted = differences(fixed, body).filter(({ kind }) => kind !== 'unlisted')
      for (const { pointer, expected, seen } of drifted.slice(0, 20)) {
        record.expect(false, x, {
          message: `a static value differs from the seed at ${pointer}`,
          expected,
          seen,
          pointer: `/response/body${pointer}`,
        })
      }
      // Parsing hides it: 900.0 is a float for every client that tells the two apart.
      for (const [, name = '', token = ''] of (x.response?.body ?? '').matchAll(fractions)) {
        record.expect(!amounts.has(name), x, {
          message: `the whole number "${name}" is written as a fraction`,
          expected: 'digits alone',
          seen: token,
          pointer: '/response/body',
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'an amount is a text',
      edit: (editor) =>
        editor.exchange({ scenario }, (x) => rewritten(x, /("unitAmountCents"\s*:\s*)(\d+)/, '$1"$2"')),
    },
    {
      name: 'an amount is written as a float',
      edit: (editor) =>
        editor.exchange({ scenario }, (x) => rewritten(x, /("unitAmountCents"\s*:\s*)(\d+)/, '$1$2.0')),
    },
    {
      name: 'a static value drifts',
      edit: (editor) => editor.json({ scenario }, (body) => void (body['stableIds'] = ['other'])),
    },
  ],
}

const fractions = /"((?:[^"\\]|\\.){0,200})"\s*:\s*(-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+))/g

function namesOfWholeNumbers(value: Json): Set<string> {
  const names = [...objectsIn(value)].flatMap(({ object }) =>
    Object.entries(object).flatMap(([name, inner]) => (Number.isSafeInteger(inner) ? [name] : [])),
  )
  return new Set(names)
}

type Answered = Parameters<typeof jsonOf>[0]

function rewritten(x: Answered, pattern: RegExp, replacement: string): Answered {
  const { response } = x
  if (response === null || !pattern.test(response.body))
    throw new NothingToEdit('no amount stands where it is looked for')
  return { ...x, response: { ...response, body: response.body.replace(pattern, replacement) } }
}
