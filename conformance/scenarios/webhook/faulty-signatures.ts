import { deliver } from '../../drive/events.ts'
import { eventFor, givenStarted } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { signatureFaults } from './signature-faults.ts'

/** After how many deliveries the state is read: often enough to tell which of them had an effect. */
const readEvery = 4
const completed = 'checkout.session.completed'
const otherTypes = [
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
]
/** The faults that are tried on every type. */
const onEachType = ['wrong-secret', 'a-day-old', 'changed-body']

export const faultySignatures: Scenario = {
  id: 'webhook/faulty-signatures',
  profile: 'sandbox',
  title: 'events for a started intent, each with another fault in its signature, then a good one',
  drive: async (driver) => {
    const { random, webhookSecret } = driver
    if (webhookSecret === null) return
    const intent = await givenStarted(driver)
    const { intentId } = intent
    const about = { checkoutIntentId: intentId }
    const faultsOf = (type: string) => {
      const event = eventFor(driver, intent, { type })
      const faults = signatureFaults({
        body: event.body,
        secret: webhookSecret,
        now: Math.floor(driver.now() / 1000),
        otherBody: event.body.replace('"payment_status":"paid"', '"payment_status":"unpaid"'),
        otherSecret: `whsec_${Buffer.from(random(16)).toString('hex')}`,
      })
      return { event, faults }
    }
    await readDecision(driver, intentId, { step: 'read-before', about })
    const tried = [
      ...faultsOf(completed).faults.map(([fault]) => [fault, completed, fault] as const),
      ...otherTypes.flatMap((type) => onEachType.map((fault) => [`${fault}, ${type}`, type, fault] as const)),
    ]
    for (const [index, [variant, type, name]] of tried.entries()) {
      const { event, faults } = faultsOf(type)
      const fault = faults.find(([one]) => one === name)
      if (fault === undefined) continue
      const [, { header, body }] = fault
      await deliver(driver, event, { step: 'faulty', variant, header, body, signature: name, about })
      if (index % readEvery === readEvery - 1 || index === tried.length - 1) {
        await readDecision(driver, intentId, { step: 'read-after', variant, about })
      }
    }
    await deliver(driver, eventFor(driver, intent, { type: completed }), { step: 'good', about })
    await readDecision(driver, intentId, { step: 'read-paid', about })
  },
}
