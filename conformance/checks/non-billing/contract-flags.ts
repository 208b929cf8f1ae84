import { decisionFlags } from '../../../contracts/wire/declared-flags.ts'
import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { rowsOf } from '../../judge/summary.ts'
import { isObject, isSuccess, memberOf, member, show } from '../../judge/look.ts'

const scenario = 'non-billing/decisions'
const reads = ['state-before', 'contract', 'state-after']

export const nonBillingContractFlags: Check = {
  id: 'non-billing/contract-flags',
  requirement: 'NBL-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the read declares all eight flags and billingMutationCreated false for each kind',
  scenarios: [scenario],
  needs: ['decision-read'],
  judge: (view, record) => {
    for (const step of reads) {
      record.each(view.exchanges({ scenario, step }), 'the post-purchase contract', (x) => {
        if (!isSuccess(x) || !isObject(memberOf(x, 'contract'))) {
          return record.missing('the post-purchase contract')
        }
        for (const flag of decisionFlags) {
          const value = memberOf(x, 'redaction', flag)
          record.expect(value === false, x, {
            message: `the post-purchase read does not declare ${flag} false`,
            expected: 'false',
            seen: show(value),
            pointer: `/response/body/redaction/${flag}`,
          })
        }
        const listed = memberOf(x, 'contract', 'allowedDecisions')
        const kinds = rowsOf(listed)
        for (const { decisionKind } of view.contract.decisions) {
          const at = kinds.findIndex((one) => member(one, 'decisionKind') === decisionKind)
          const value = memberOf(x, 'contract', 'allowedDecisions', at, 'billingMutationCreated')
          record.expect(value === false, x, {
            message: `the contract does not declare billingMutationCreated false for ${decisionKind}`,
            expected: 'false',
            seen: show(value),
            pointer: `/response/body/contract/allowedDecisions/${at}/billingMutationCreated`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'a flag of the read is left out',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          delete objectAt(body, 'redaction')['entitlementGranted']
        }),
    },
    {
      name: 'a kind bills',
      edit: (editor) =>
        editor.json({ scenario, step: 'contract' }, (body) => {
          const contract = objectAt(body, 'contract')
          const kinds = contract['allowedDecisions'] as readonly object[]
          contract['allowedDecisions'] = kinds.map((kind) => ({ ...kind, billingMutationCreated: true }))
        }),
    },
  ],
}
