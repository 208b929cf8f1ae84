import type { Check } from '../../judge/check.ts'
import { readsAs, saysInstead } from '../../judge/edits.ts'
import { memberOf, show } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'webhook/outcomes'

/** WIRE 5's table. */
function statusAfter({ about }: Exchange): string {
  switch (about['eventType']) {
    case 'checkout.session.completed':
      return about['paymentStatus'] === 'paid' ? 'paid' : 'completed'
    case 'checkout.session.async_payment_succeeded':
      return 'paid'
    case 'checkout.session.async_payment_failed':
      return 'payment_failed'
    default:
      return 'expired'
  }
}

export const outcomes: Check = {
  id: 'webhook/outcomes',
  requirement: 'WHK-06',
  level: 'MUST',
  profile: 'sandbox',
  title:
    "each event of a checkout, in Stripe's order, moves the intent to the status of the protocol's table",
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'event' }), 'the answer to an event', (x) => {
      if (!isReceived(x)) return record.missing(`an event that was not taken (${x.variant ?? ''})`)
      const told = memberOf(x, 'checkoutIntentUpdated')
      record.expect(told === true, x, {
        message: `an event that moves its intent was answered as one that moves none (${x.variant ?? ''})`,
        expected: 'checkoutIntentUpdated: true',
        seen: show(told),
        pointer: '/response/body/checkoutIntentUpdated',
      })
    })
    record.each(view.exchanges({ scenario, step: 'read' }), 'the read after an event', (x) => {
      const expected = statusAfter(x)
      record.expect(stateRead(x)?.status === expected, x, {
        message: `the events of a checkout do not end where the protocol's table says (${x.variant ?? ''})`,
        expected: `status "${expected}"`,
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    saysInstead(
      'an event that moves the intent says that it moved none',
      { scenario, step: 'event', nth: -1 },
      { checkoutIntentUpdated: false },
    ),
    reads(
      'a payment that came later is lost',
      'paid-later: checkout.session.async_payment_succeeded',
      'completed',
    ),
    reads(
      'a failed payment is not noticed',
      'failed-later: checkout.session.async_payment_failed',
      'completed',
    ),
    reads('an expiry is not noticed', 'expired: checkout.session.expired', 'stripe_session_created'),
    reads('an unpaid checkout counts as paid', 'failed-later: checkout.session.completed', 'paid'),
  ],
}

function reads(name: string, variant: string, status: string) {
  return readsAs(name, { scenario, step: 'read', variant }, { status })
}
