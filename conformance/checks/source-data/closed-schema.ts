import type { Check } from '../../judge/check.ts'
import { differences } from '../../judge/differences.ts'
import { isObject, jsonOf, member, responseHeader, show, statusOf } from '../../judge/look.ts'
import { summaryFaults } from '../../judge/summary.ts'

const scenario = 'source-data/reads'

export const closedSchema: Check = {
  id: 'source-data/closed-schema',
  requirement: 'SRC-01',
  level: 'MUST',
  profile: 'public',
  title: 'the source data is JSON of the seeded shape, and nothing more',
  scenarios: [scenario],
  needs: [],
  judge: ({ contract: { seed }, exchanges }, record) => {
    const { postPurchaseDecisionSummary: live, ...fixed } = seed
    record.each(exchanges({ scenario, operation: 'source-data.read' }), 'the source data', (x) => {
      const body = jsonOf(x)
      const type = responseHeader(x, 'content-type') ?? 'no content type'
      record.expect(statusOf(x) === 200 && isObject(body), x, {
        message: 'the source data cannot be read',
        expected: '200 with a JSON object',
        seen: `status ${statusOf(x)}, ${isObject(body) ? 'an object' : 'no JSON object'}`,
        pointer: '/response/body',
      })
      if (statusOf(x) !== 200 || !isObject(body)) return
      record.expect(/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type), x, {
        message: 'the source data is not labelled as JSON',
        expected: 'content-type: application/json',
        seen: type,
        pointer: '/response/headers',
      })
      record.expect(member(body, 'id') === seed.id, x, {
        message: 'this is not the document of the seed',
        expected: `id ${show(seed.id)}`,
        seen: show(member(body, 'id')),
        pointer: '/response/body/id',
      })
      const { postPurchaseDecisionSummary: summary, ...rest } = body
      const misshapen = differences(fixed, rest).filter(
        ({ kind, pointer }) =>
          // A harmless further member is allowed at the top level, and only there.
          kind !== 'value' && !(kind === 'unlisted' && pointer.lastIndexOf('/') === 0),
      )
      for (const { pointer, expected, seen, kind } of [...misshapen, ...summaryFaults(live, summary)]) {
        record.expect(false, x, {
          message: `the shape differs at ${pointer} (${kind})`,
          expected,
          seen,
          pointer: `/response/body${pointer}`,
        })
      }
    })
  },
  counterexamples: [
    { name: 'it is HTML', edit: (editor) => editor.respond({ scenario }, { body: '<!doctype html>' }) },
    {
      name: 'it is labelled as text',
      edit: (editor) => editor.respond({ scenario }, { headers: [['content-type', 'text/plain']] }),
    },
    { name: 'it is not found', edit: (editor) => editor.respond({ scenario }, { status: 404 }) },
    {
      name: 'a seeded part is left out',
      edit: (editor) => editor.json({ scenario }, (body) => delete body['sandboxCheckout']),
    },
    {
      name: 'a part has a further member',
      edit: (editor) =>
        editor.json({ scenario }, (body) => {
          body['checkoutSuccess'] = { ...(body['checkoutSuccess'] as object), sessions: [] }
        }),
    },
    {
      name: 'the counts are no list',
      edit: (editor) =>
        editor.json({ scenario }, (body) => {
          body['postPurchaseDecisionSummary'] = { status: 'available', aggregateCounts: {} }
        }),
    },
  ],
}
