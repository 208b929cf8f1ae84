import type { Check } from '../../judge/check.ts'
import { givesBack, movesMoney } from '../../judge/moves-money.ts'
import { isSessionCreate, isWitnessed } from '../../judge/witnessed.ts'

export const onlySessions: Check = {
  id: 'non-billing/only-sessions',
  requirement: 'NBL-06',
  level: 'MUST',
  profile: 'witnessed',
  title:
    'the session of a start is all that takes money: no event, replay or refusal charges, invoices or pays out',
  // Of these in any case; a run that drives more is judged whole.
  scenarios: ['non-billing/start', 'staleness/moving-on'],
  needs: ['start', 'pay', 'witness'],
  judge: (view, record) => {
    if (!isWitnessed(view, record)) return
    if (view.calls.some(isSessionCreate)) record.saw()
    else record.missing('a session of a start')
    // A refund is no part of the protocol either, but takes nothing from anybody.
    for (const call of view.calls.filter((one) => movesMoney(one) && !givesBack(one))) {
      record.expect(false, call, {
        message: `money was moved at Stripe by something else than a session: ${call.operation ?? 'an unknown operation'}`,
        expected: 'the session of a confirmed start, and no other call that charges, invoices or pays out',
        seen: `${call.method} ${call.path}`,
        pointer: '/operation',
      })
    }
  },
  counterexamples: [
    {
      name: 'an event pays the partner',
      edit: (editor) =>
        editor.call(
          { operation: 'webhook.deliver', nth: -1 },
          { operation: 'transfers.create', path: '/v1/transfers' },
        ),
    },
    {
      name: 'an event makes an invoice',
      edit: (editor) =>
        editor.call({ operation: 'webhook.deliver' }, { operation: 'invoices.create', path: '/v1/invoices' }),
    },
    {
      name: 'a start charges beside its session',
      edit: (editor) => editor.call({ operation: 'checkout.start', nth: -1 }, {}),
    },
  ],
}
