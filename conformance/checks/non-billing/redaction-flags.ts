import { decisionFlags } from '../../../contracts/wire/declared-flags.ts'
import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { memberOf, show } from '../../judge/look.ts'
import { writtenId } from '../../judge/writes.ts'

const scenario = 'non-billing/decisions'

export const nonBillingRedactionFlags: Check = {
  id: 'non-billing/redaction-flags',
  requirement: 'NBL-01',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'the redaction beside a decision lists all eight flags, as that of the read does',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const step of ['first', 'again']) {
      record.each(view.exchanges({ scenario, step }), 'a decision', (x) => {
        if (writtenId(x) === undefined) return record.missing('a decision that was recorded')
        for (const flag of decisionFlags) {
          const value = memberOf(x, 'redaction', flag)
          record.expect(value === false, x, {
            message: `the redaction beside a decision does not list ${flag}`,
            expected: 'false',
            seen: show(value),
            pointer: `/response/body/redaction/${flag}`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'a flag of the redaction is left out',
      edit: (editor) =>
        editor.json({ scenario, step: 'first' }, (body) => {
          delete objectAt(body, 'redaction')['fulfillmentCreated']
        }),
    },
  ],
}
