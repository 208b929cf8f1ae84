import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/outcomes'
const completed = 'checkout.session.completed'

export const unpaidIsNotPaid: Check = {
  id: 'eligibility/unpaid-is-not-paid',
  requirement: 'ELG-04',
  level: 'MUST',
  profile: 'sandbox',
  title:
    'a completed checkout that is not paid reads as "completed", so that its eligibility is that of the seed',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const reads = view
      .exchanges({ scenario, step: 'read' })
      .filter(({ about }) => about['eventType'] === completed && about['paymentStatus'] !== 'paid')
    record.each(reads, 'the read after a completed, unpaid event', (x) => {
      record.expect(stateRead(x)?.status === 'completed', x, {
        message: `a completed checkout that is not paid (${x.variant ?? ''}) was not recorded as completed`,
        expected: 'status "completed"',
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
    // What does not say how it was paid may as well be refused.
    record.each(view.exchanges({ scenario, step: 'read-unsaid' }), 'the read after an event', (x) => {
      const state = stateRead(x)
      record.expect(state !== undefined && state.status !== 'paid', x, {
        message: `a completed checkout whose payment_status is ${x.variant ?? 'missing'} was recorded as paid`,
        expected: 'any status but "paid"',
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    readsAs(
      'an unpaid checkout reads as paid',
      { scenario, step: 'read', variant: `paid-later: ${completed}` },
      { status: 'paid' },
    ),
    readsAs(
      'a checkout without payment reads as paid',
      { scenario, step: 'read', variant: `free: ${completed}` },
      { status: 'paid' },
    ),
    readsAs(
      'a checkout that does not say so reads as paid',
      { scenario, step: 'read-unsaid', variant: 'missing' },
      { status: 'paid' },
    ),
  ],
}
