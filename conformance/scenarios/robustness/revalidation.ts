import type { Driver, Sending, Sent } from '../../drive/driver.ts'
import { givenStarted, openingPayment, readState, sendEvent } from '../../drive/given.ts'
import { decide } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

/** A browser that polls a read asks like this by itself, as soon as an answer had an entity tag. */
export const robustnessRevalidation: Scenario = {
  id: 'robustness/revalidation',
  profile: 'sandbox',
  title:
    'an intent before and after its payment, and the counts around a decision, each asked again by its entity tag',
  drive: async (driver) => {
    const { routes } = driver.contract
    const intent = await givenStarted(driver)
    const state: Sending = {
      operation: 'decision.read',
      step: 'state',
      path: `${routes.decisions}?checkoutIntentId=${encodeURIComponent(intent.intentId)}`,
    }
    const closed = await driver.send(state)
    const paymentStatus = openingPayment(driver)
    await sendEvent(driver, intent, { type: 'checkout.session.completed', paymentStatus }, { step: 'pay' })
    await askAgain(driver, closed, { ...state, step: 'state-again' })

    const counts: Sending = { operation: 'source-data.read', step: 'counts', path: routes.sourceData }
    const open = await readState(driver, intent.intentId, { step: 'read' })
    const before = await driver.send(counts)
    await decide(driver, open, {}, { step: 'decide' })
    await askAgain(driver, before, { ...counts, step: 'counts-again' })
  },
}

/** Sends a read that names the entity tag of an earlier answer (RFC 9110, section 13.1.2), where that had one. */
async function askAgain(driver: Driver, { response }: Sent, sending: Sending): Promise<void> {
  const tag = response?.headers.find(([name]) => name.toLowerCase() === 'etag')?.[1]
  await driver.send(tag === undefined ? sending : { ...sending, headers: [['if-none-match', tag]] })
}
