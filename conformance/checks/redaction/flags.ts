import type { Check } from '../../judge/check.ts'
import { declaredFlags, raisedFlags } from '../../judge/flags.ts'
import { isRecognised } from '../../judge/leaks.ts'
import { member, show } from '../../judge/look.ts'

export const flags: Check = {
  id: 'redaction/flags',
  requirement: 'RED-10',
  level: 'MUST',
  profile: 'public',
  title: 'every declared redaction flag is present and false',
  scenarios: ['redaction/public-surfaces', 'redaction/surfaces'],
  needs: ['checkout-read', 'decision-read'],
  judge: (view, record) => {
    const answers = view.exchanges().filter(isRecognised)
    if (answers.length === 0) record.missing('no answer in the words of the contract')
    for (const x of answers) {
      for (const { pointer, object, names } of declaredFlags(x)) {
        const wrong = names.filter((name) => member(object, name) !== false)
        const held = object !== undefined && object !== null && wrong.length === 0
        record.expect(held, x, {
          message: `the answer to ${x.operation} does not carry its flags`,
          expected: names.length === 0 ? 'a redaction object' : `${names.join(', ')}: false`,
          seen: wrong.map((name) => `${name}: ${show(member(object, name))}`).join(', ') || 'no such object',
          pointer,
        })
      }
      for (const { pointer, name } of raisedFlags(x)) {
        record.expect(false, x, {
          message: `the flag ${show(name, 60)} is raised`,
          expected: `${name}: false`,
          seen: 'true',
          pointer,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the read contract has no redaction object',
      edit: (editor) => editor.json({ operation: 'checkout.read' }, (body) => void delete body['redaction']),
    },
    {
      name: 'a flag of a preview is a text',
      edit: (editor) =>
        editor.json({ scenario: 'redaction/public-surfaces', step: 'preview' }, (body) => {
          body['redaction'] = { ...(body['redaction'] as object), checkoutUrlIncluded: 'false' }
        }),
    },
    {
      name: 'a flag nobody declared is raised deep within',
      edit: (editor) =>
        editor.json({ operation: 'commerce-source-data.read' }, (body) => {
          body['extra'] = { privateRowsIncluded: true }
        }),
    },
  ],
}
