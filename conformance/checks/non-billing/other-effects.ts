import type { Check } from '../../judge/check.ts'
import { effectClaims } from '../../judge/effects.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, jsonOf, sameJson, show } from '../../judge/look.ts'

const scenario = 'non-billing/decisions'

export const otherEffects: Check = {
  id: 'non-billing/other-effects',
  requirement: 'NBL-09',
  level: 'MUST',
  profile: 'sandbox',
  title: 'fulfilment, entitlement, tax and notification are declared absent wherever they are named',
  scenarios: [scenario, 'non-billing/ledger-untouched', 'idempotency/owner-keys'],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    // What the seed itself publishes under such a name is content, and judged as such.
    const seeded = effectClaims(view.contract.seed)
    // A manifest describes what could be; every other answer says what is.
    const answers = view.exchanges().filter((x) => isSuccess(x) && x.operation !== 'agent-docs.read')
    for (const x of answers) {
      for (const { pointer, name, value, claimed } of effectClaims(jsonOf(x))) {
        if (claimed && seeded.some((one) => one.name === name && sameJson(one.value, value))) continue
        record.expect(!claimed, x, {
          message: `an answer says that an effect beyond the write boundary came about: ${name}`,
          expected: 'false, zero or nothing',
          seen: show(value),
          pointer: `/response/body${pointer}`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'a decision grants an entitlement',
      edit: (editor) =>
        editor.json({ scenario, step: 'again' }, (body) => {
          objectAt(body, 'decision')['entitlementGranted'] = true
        }),
    },
    {
      name: 'a read counts fulfilments',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => void (body['fulfillments_created'] = 1)),
    },
    {
      name: 'a decision notifies a partner',
      edit: (editor) =>
        editor.json({ scenario, step: 'first' }, (body) => {
          objectAt(body, 'redaction')['partnerNotificationSent'] = true
        }),
    },
  ],
}
