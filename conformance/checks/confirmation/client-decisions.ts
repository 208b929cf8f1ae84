import type { Check } from '../../judge/check.ts'
import { expectNoClientField } from '../../judge/client-fields.ts'
import { objectAt } from '../../judge/editor.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/mass-assignment'

export const clientDecisions: Check = {
  id: 'confirmation/client-decisions',
  requirement: 'CNF-10',
  level: 'MUST',
  profile: 'sandbox',
  title: 'offers, amounts and flags that a client adds to a decision change nothing',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decision-read'],
  judge: ({ contract, exchanges }, record) => {
    const [kind] = contract.decisions
    record.each(exchanges({ scenario, step: 'decide-paid' }), 'a decision with further members', (x) => {
      expectNoClientField(record, x)
      if (!isSuccess(x)) {
        record.expect(errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500, x, {
          message: 'a decision with further members was neither recorded nor refused',
          expected: '200, or a 4xx with a code',
          seen: `status ${statusOf(x)}`,
        })
        return
      }
      const expected = { presentedOfferId: kind?.presentedOfferId, offerStackId: contract.stack.id }
      for (const [name, value] of Object.entries({ ...expected, ...flags })) {
        const seen = memberOf(x, 'decision', name)
        record.expect(seen === value, x, {
          message: `a member that the client added changed the decision: ${name}`,
          expected: show(value),
          seen: show(seen),
          pointer: `/response/body/decision/${name}`,
        })
      }
      const [status, at] = [memberOf(x, 'decision', 'checkoutStatus'), memberOf(x, 'decision', 'createdAt')]
      record.expect(status !== 'expired' && at !== 1, x, {
        message: 'the status or the time of the decision was taken from the client',
        expected: "the intent's own status and the time of the server",
        seen: show([status, at]),
        pointer: '/response/body/decision',
      })
    })
    record.each(exchanges({ scenario, step: 'read-paid' }), 'the intent after that', (x) => {
      const [amount, eligible] = [memberOf(x, 'checkout', 'amountCents'), memberOf(x, 'checkout', 'eligible')]
      record.expect(amount === contract.primaryOffer.unitAmountCents && eligible === true, x, {
        message: 'members that the client added to a decision changed the intent',
        expected: show([contract.primaryOffer.unitAmountCents, true]),
        seen: show([amount, eligible]),
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    {
      name: 'the presented offer is taken over',
      edit: (editor) =>
        editor.json({ scenario, step: 'decide-paid' }, (body) => {
          objectAt(body, 'decision')['presentedOfferId'] = 'made-up'
        }),
    },
    {
      name: 'the amount of the intent changes',
      edit: (editor) =>
        editor.json({ scenario, step: 'read-paid' }, (body) => {
          objectAt(body, 'checkout')['amountCents'] = 1
        }),
    },
  ],
}

const flags = { stripeChargeCreated: false, entitlementGranted: false, payableCommissionCreated: false }
