import { decisionFlags } from '../../../contracts/wire/declared-flags.ts'
import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, memberOf, show } from '../../judge/look.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'non-billing/decisions'

export const nonBillingDecisionFlags: Check = {
  id: 'non-billing/decision-flags',
  requirement: 'NBL-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'each decision answer carries all eight non-billing flags, present and false, also on replay',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const step of ['first', 'again']) {
      record.each(view.exchanges({ scenario, step }), 'a decision', (x) => {
        if (writtenId(x) === undefined) return record.missing(`a decision: ${outcomeOf(x)}`)
        for (const flag of decisionFlags) {
          const value = memberOf(x, 'decision', flag)
          record.expect(value === false, x, {
            message: `a decision does not declare ${flag} false`,
            expected: 'false',
            seen: show(value),
            pointer: `/response/body/decision/${flag}`,
          })
        }
        const redaction = memberOf(x, 'redaction')
        for (const flag of decisionFlags) {
          if (!isObject(redaction) || !Object.hasOwn(redaction, flag)) continue
          record.expect(redaction[flag] === false, x, {
            message: `the redaction of a decision does not declare ${flag} false`,
            expected: 'false',
            seen: show(redaction[flag]),
            pointer: `/response/body/redaction/${flag}`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'a flag is left out',
      edit: (editor) =>
        editor.json({ scenario, step: 'first' }, (body) => {
          delete objectAt(body, 'decision')['payoutCreated']
        }),
    },
    {
      name: 'a flag is true on the last replay',
      edit: (editor) =>
        editor.json({ scenario, step: 'again', nth: -1 }, (body) => {
          objectAt(body, 'decision')['stripeChargeCreated'] = true
        }),
    },
    {
      name: 'a flag of the redaction is true',
      edit: (editor) =>
        editor.json({ scenario, step: 'first' }, (body) => {
          objectAt(body, 'redaction')['paymentIntentCreated'] = true
        }),
    },
  ],
}
