import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, isSuccess, jsonOf, memberOf, objectsIn, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/attach'
const commission = /(commission|payable|payout)\w*created$/i

export const attributionNoCommission: Check = {
  id: 'attribution/no-commission',
  requirement: 'ATT-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an attribution says of itself that it creates no commission, and is true to it',
  scenarios: [scenario],
  needs: ['click', 'start', 'attribute'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const starts = ['start', 'replay', 'replay-after-conflict'].flatMap((step) =>
      view.exchanges({ scenario, step }),
    )
    record.each(starts, 'a start with a click', (x) => {
      for (const part of ['referralAttribution', 'redaction']) {
        const object = memberOf(x, part)
        // A replay need not repeat the evidence, nor a test environment give it; ATT-01 judges that.
        if (!isObject(object)) continue
        for (const flag of ['commissionCreated', 'payableCommissionCreated']) {
          record.expect(object[flag] === false, x, {
            message: `${part}.${flag} is not false on an attributed start`,
            expected: 'false',
            seen: show(object[flag]),
            pointer: `/response/body/${part}/${flag}`,
          })
        }
      }
    })
    for (const x of [...starts, ...view.exchanges({ scenario, operation: 'click.record' })].filter(
      isSuccess,
    )) {
      for (const { object, pointer } of objectsIn(jsonOf(x))) {
        const name = Object.keys(object).find((key) => commission.test(key) && object[key] === true)
        record.expect(name === undefined, x, {
          message: `an attribution or a click says ${name ?? ''}: true`,
          expected: 'no commission before the ledger operation',
          seen: 'true',
          pointer: `/response/body${pointer}/${name ?? ''}`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the evidence says that a commission was created',
      edit: (editor) =>
        editor.json({ scenario, step: 'start' }, (body) => {
          objectAt(body, 'referralAttribution')['commissionCreated'] = true
        }),
    },
    {
      name: 'the answer says that a payable commission was created',
      edit: (editor) =>
        editor.json({ scenario, step: 'start' }, (body) => {
          objectAt(body, 'redaction')['payableCommissionCreated'] = true
        }),
    },
    {
      name: 'the click created a commission',
      edit: (editor) =>
        editor.json({ scenario, step: 'given-click' }, (body) => void (body['commissionCreated'] = true)),
    },
  ],
}
