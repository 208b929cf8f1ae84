import type { Driver } from '../../drive/driver.ts'
import { givenStarted, sendEvent } from '../../drive/given.ts'
import { decide, readDecision } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'

/** Events of one checkout in the order in which Stripe sends them, by name. */
const stories: readonly (readonly [
  name: string,
  events: readonly (readonly [type: string, payment: string])[],
])[] = [
  ['paid', [['checkout.session.completed', 'paid']]],
  ['free', [['checkout.session.completed', 'no_payment_required']]],
  [
    'paid-later',
    [
      ['checkout.session.completed', 'unpaid'],
      ['checkout.session.async_payment_succeeded', 'paid'],
    ],
  ],
  [
    'failed-later',
    [
      ['checkout.session.completed', 'unpaid'],
      ['checkout.session.async_payment_failed', 'unpaid'],
    ],
  ],
  ['expired', [['checkout.session.expired', 'unpaid']]],
]

export const outcomes: Scenario = {
  id: 'webhook/outcomes',
  profile: 'sandbox',
  title: 'each course that a checkout can take, event by event, with a decision at each end that is not paid',
  drive: async (driver) => {
    for (const [name, events] of stories) {
      const started = await givenStarted(driver, {}, { step: 'given-started', variant: name })
      const about = { checkoutIntentId: started.intentId }
      let updatedAt: unknown
      for (const [type, paymentStatus] of events) {
        const variant = `${name}: ${type}`
        const said = { eventType: type, paymentStatus, story: name }
        await sendEvent(driver, started, { type, paymentStatus }, { step: 'event', variant, about: said })
        const read = await readDecision(driver, started.intentId, {
          step: 'read',
          variant,
          about: { ...about, ...said },
        })
        updatedAt = member(read.json, 'checkout', 'updatedAt')
      }
      if ((name === 'failed-later' || name === 'expired') && typeof updatedAt === 'number') {
        const state = { intentId: started.intentId, updatedAt }
        for (const { decisionKind } of driver.contract.decisions) {
          await decide(driver, state, { decisionKind }, { step: 'decide-closed', variant: name, about })
        }
      }
    }
    await unsaid(driver)
  },
}

/** A completed checkout whose events do not say whether it is paid. */
async function unsaid(driver: Driver): Promise<void> {
  const started = await givenStarted(driver, {}, { step: 'given-started', variant: 'unsaid' })
  const about = { checkoutIntentId: started.intentId }
  const type = 'checkout.session.completed'
  for (const [variant, payment] of [
    ['null', null],
    ['missing', undefined],
  ] as const) {
    const object = { payment_status: payment }
    await sendEvent(driver, started, { type, object }, { step: 'event-unsaid', variant })
    await readDecision(driver, started.intentId, { step: 'read-unsaid', variant, about })
  }
}
