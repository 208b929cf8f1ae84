import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, jsonOf, objectsIn, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'owner-gate/actions'
const statuses = ['payoutStatus', 'previousPayoutStatus', 'nextPayoutStatus']
const flags = ['payableCommissionCreated', 'payoutCreated']

export const ownerGatePayoutStays: Check = {
  id: 'owner-gate/payout-stays',
  requirement: 'OWN-03',
  level: 'MUST',
  profile: 'owner',
  title: 'no action changes the payout status, or says that it created a payout',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const told = ['act', 'after-reversal'].flatMap((step) => view.exchanges({ scenario, step }))
    if (!told.some(isSuccess)) record.missing('a recorded owner action')
    for (const x of told) {
      for (const { object, pointer } of objectsIn(jsonOf(x))) {
        for (const name of [...statuses, ...flags].filter((each) => Object.hasOwn(object, each))) {
          const wanted = statuses.includes(name) ? 'not_payable' : false
          record.expect(object[name] === wanted, x, {
            message: `an owner action moved the payout: ${name}`,
            expected: show(wanted),
            seen: show(object[name]),
            pointer: `/response/body${pointer}/${name}`,
          })
        }
      }
    }
    for (const x of view.exchanges({ scenario, step: 'act' }).filter(isSuccess)) {
      const ledger = [...objectsIn(jsonOf(x))].find(({ pointer }) => pointer === '/commissionLedger')
      record.expect(ledger?.object['payoutStatus'] === 'not_payable', x, {
        message: 'the entry does not say that it is not payable',
        expected: 'payoutStatus: not_payable',
        seen: show(ledger?.object['payoutStatus']),
        pointer: '/response/body/commissionLedger/payoutStatus',
      })
    }
  },
  counterexamples: [
    {
      name: 'a review makes the entry payable',
      edit: (editor) =>
        editor.json({ scenario, step: 'act' }, (body) => {
          objectAt(body, 'commissionLedger')['payoutStatus'] = 'payable'
        }),
    },
    {
      name: 'the action names another payout status',
      edit: (editor) =>
        editor.json({ scenario, step: 'act', nth: -1 }, (body) => {
          objectAt(body, 'reviewAction')['nextPayoutStatus'] = 'payable'
        }),
    },
    {
      name: 'the action says that it created a payout',
      edit: (editor) =>
        editor.json({ scenario, step: 'act' }, (body) => {
          objectAt(body, 'redaction')['payoutCreated'] = true
        }),
    },
  ],
}
