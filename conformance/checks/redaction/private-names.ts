import { createVisibility } from '../../../contracts/visibility.ts'
import type { Check } from '../../judge/check.ts'
import { jsonIn } from '../../judge/embedded-json.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { show } from '../../judge/look.ts'
import { privateNamesIn } from '../../judge/private-names.ts'

const scenario = 'redaction/public-surfaces'

export const privateNames: Check = {
  id: 'redaction/private-names',
  requirement: 'RED-09',
  level: 'MUST',
  profile: 'public',
  title: 'no property of a public object is named by the forbidden vocabulary',
  scenarios: [scenario, 'redaction/surfaces'],
  needs: ['source-data', 'checkout-read', 'decision-read'],
  judge: (view, record) => {
    const visibility = createVisibility(view.contract)
    const answers = view.exchanges().filter((x) => jsonIn(x).length > 0)
    if (!answers.some(isRecognised)) record.missing('no JSON answer in the words of the contract')
    const told = new Set<string>()
    for (const x of answers) {
      record.saw()
      for (const { name, reason, pointer } of privateNamesIn(x, visibility)) {
        const place = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*')
        if (told.has(`${x.operation} ${x.response?.status} ${place}`)) continue
        told.add(`${x.operation} ${x.response?.status} ${place}`)
        record.expect(false, x, {
          message: `a public object has the member ${show(name, 60)}`,
          expected: `no such member, not even empty: ${reason}`,
          seen: `the member in the answer to ${x.operation}`,
          pointer,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the source data has an empty private member',
      edit: (editor) =>
        editor.json({ operation: 'source-data.read' }, (body) => {
          body['buyer_email'] = null
        }),
    },
    {
      name: 'the state of an intent has one in camel case, deep within',
      edit: (editor) =>
        editor.json({ operation: 'decision.read' }, (body) => {
          body['extra'] = [{ more: { paymentIntentId: null } }]
        }),
    },
    {
      name: 'an error has one in kebab case',
      edit: (editor) =>
        editor.json({ scenario, step: 'webhook-unsigned' }, (body) => {
          body['audit-correlation-id'] = 'x'
        }),
    },
    {
      name: 'a page carries one in its state',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'page' },
          { body: '<html><script type="application/json">{"state":{"customerEmail":null}}</script></html>' },
        ),
    },
  ],
}
