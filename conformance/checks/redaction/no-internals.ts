import type { Check } from '../../judge/check.ts'
import { internalsIn } from '../../judge/internals.ts'
import { isRecognised } from '../../judge/leaks.ts'

const scenario = 'redaction/public-surfaces'

export const noInternals: Check = {
  id: 'redaction/no-internals',
  requirement: 'RED-14',
  level: 'MUST',
  profile: 'public',
  title: 'no answer holds a stack trace, a file path, SQL or the text of an upstream error',
  scenarios: [scenario, 'redaction/surfaces'],
  needs: ['source-data', 'checkout-read'],
  judge: (view, record) => {
    const answers = view.exchanges().filter(({ response }) => response !== null)
    if (!answers.some(isRecognised)) record.missing('no answer in the words of the contract')
    const published = JSON.stringify([view.contract.seed, view.contract.routes])
    const told = new Set<string>()
    for (const x of answers) {
      record.saw()
      for (const { what, pointer } of internalsIn(x, published)) {
        const key = `${x.scenario} ${x.operation} ${x.response?.status} ${what}`
        if (told.has(key)) continue
        told.add(key)
        record.expect(false, x, {
          message: 'an answer shows the inside of the service',
          expected: 'a code and words for the caller',
          seen: `${what} in the answer to ${x.operation}`,
          pointer,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'a refusal holds a stack trace',
      edit: (editor) =>
        editor.json({ scenario, step: 'malformed' }, (body) => {
          body['stack'] =
            'SyntaxError: bad\n    at JSON.parse (<anonymous>)\n    at handler (/srv/app/dist/route.js:10:5)'
        }),
    },
    {
      name: 'a refusal holds SQL',
      edit: (editor) =>
        editor.json({ scenario, step: 'read-unknown' }, (body) => {
          body['detail'] = 'select "id" from "checkout_intents" where "id" = $1'
        }),
    },
    {
      name: 'a refusal passes on the words of Stripe',
      edit: (editor) =>
        editor.json({ scenario, step: 'webhook-forged' }, (body) => {
          body['message'] = 'StripeInvalidRequestError: No such customer: nobody'
        }),
    },
  ],
}
