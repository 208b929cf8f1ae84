import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

const completed = 'checkout.session.completed'
const succeeded = 'checkout.session.async_payment_succeeded'
const failed = 'checkout.session.async_payment_failed'
const expired = 'checkout.session.expired'

/** Events as they arrive, with the order in which Stripe made them: the second number is the age in seconds. */
const arrivals: readonly (readonly [
  name: string,
  end: string,
  events: readonly (readonly [type: string, payment: string, age: number])[],
])[] = [
  [
    'succeeded before completed',
    'paid',
    [
      [succeeded, 'paid', 0],
      [completed, 'unpaid', 60],
    ],
  ],
  [
    'failed before completed',
    'payment_failed',
    [
      [failed, 'unpaid', 0],
      [completed, 'unpaid', 60],
    ],
  ],
  [
    'completed after expired',
    'expired',
    [
      [expired, 'unpaid', 60],
      [completed, 'unpaid', 0],
    ],
  ],
  [
    'expired after completed',
    'expired',
    [
      [completed, 'unpaid', 60],
      [expired, 'unpaid', 0],
    ],
  ],
]

export const otherOrders: Scenario = {
  id: 'webhook/other-orders',
  profile: 'sandbox',
  title: 'the events of one checkout in other orders than that in which Stripe made them',
  drive: async (driver) => {
    const now = Math.floor(driver.now() / 1000)
    for (const [name, end, events] of arrivals) {
      const started = await givenStarted(driver, {}, { step: 'given-started', variant: name })
      for (const [index, [type, paymentStatus, age]] of events.entries()) {
        const variant = `${name}: ${type}`
        await sendEvent(
          driver,
          started,
          { type, paymentStatus, created: now - age },
          { step: 'event', variant },
        )
        await readDecision(driver, started.intentId, {
          step: index === 0 ? 'read-first' : 'read-last',
          variant: name,
          about: { checkoutIntentId: started.intentId, eventType: type, end },
        })
      }
    }
  },
}
