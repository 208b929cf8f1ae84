import type { Driver } from '../../drive/driver.ts'
import { givenPaid, givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { fetchPage, postPurchasePath, successPath } from './visit.ts'

export const pagesIntentStatic: Scenario = {
  id: 'pages/intent-static',
  profile: 'sandbox',
  title: 'the HTML of the success and post-purchase pages in each state of an intent',
  drive: async (driver) => {
    const visit = async (variant: string, intentId: string) => {
      await readDecision(driver, intentId, { step: 'read', variant })
      await fetchPage(driver, 'page.success', successPath(driver, intentId), { step: 'success', variant })
      const path = postPurchasePath(driver, intentId)
      await fetchPage(driver, 'page.post-purchase', path, { step: 'post-purchase', variant })
    }
    const failing = await givenStarted(driver)
    await visit('open', failing.intentId)
    await readDecision(driver, failing.intentId, { step: 'read', variant: 'claimed' })
    const claimed = `${successPath(driver, failing.intentId)}&status=paid&eligible=true&redirect_status=succeeded`
    await fetchPage(driver, 'page.success', claimed, { step: 'success', variant: 'claimed' })
    await sendEvent(
      driver,
      failing,
      { type: 'checkout.session.completed', paymentStatus: 'unpaid' },
      { step: 'event', variant: 'completed' },
    )
    await visit('completed', failing.intentId)
    await sendEvent(
      driver,
      failing,
      { type: 'checkout.session.async_payment_failed' },
      { step: 'event', variant: 'failed' },
    )
    await visit('failed', failing.intentId)
    await expired(driver, visit)
    const paid = await givenPaid(driver)
    await visit('paid', paid.intentId)
  },
}

async function expired(
  driver: Driver,
  visit: (variant: string, intentId: string) => Promise<void>,
): Promise<void> {
  const intent = await givenStarted(driver)
  await sendEvent(driver, intent, { type: 'checkout.session.expired' }, { step: 'event', variant: 'expired' })
  await visit('expired', intent.intentId)
}
