import type { Visit } from '../../drive/browser.ts'
import type { Driver } from '../../drive/driver.ts'
import { givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { noteView, visiting } from './look.ts'
import { successPath } from './visit.ts'

/** Milliseconds that a page may take to show what has changed: it polls about every two seconds (WIRE 10). */
const patience = 8_000
/** Milliseconds in which a way that is there too early would show. */
const first = 2_500

export const pagesWay: Scenario = {
  id: 'pages/way',
  profile: 'sandbox',
  browser: true,
  title:
    'the success page in a browser: before the payment, after it, completed without one, and after one that failed',
  drive: async (driver) => {
    const intent = await givenStarted(driver)
    await visiting(driver, successPath(driver, intent.intentId), async (visit) => {
      await look(driver, visit, 'open', intent.intentId, first)
      await sendEvent(
        driver,
        intent,
        { type: 'checkout.session.completed' },
        { step: 'event', variant: 'paid' },
      )
      await look(driver, visit, 'paid', intent.intentId, patience)
    })
    const failing = await givenStarted(driver)
    await sendEvent(
      driver,
      failing,
      { type: 'checkout.session.completed', paymentStatus: 'unpaid' },
      { step: 'event', variant: 'completed' },
    )
    await visiting(driver, successPath(driver, failing.intentId), (visit) =>
      look(driver, visit, 'completed', failing.intentId, first),
    )
    await sendEvent(
      driver,
      failing,
      { type: 'checkout.session.async_payment_failed' },
      { step: 'event', variant: 'failed' },
    )
    await visiting(driver, successPath(driver, failing.intentId), (visit) =>
      look(driver, visit, 'failed', failing.intentId, first),
    )
  },
}

async function look(
  driver: Driver,
  visit: Visit,
  variant: string,
  intentId: string,
  ms: number,
): Promise<void> {
  const way = `${driver.contract.routes.postPurchase}/`
  const find = async () => {
    const targets = (await visit.tab.controls())
      .filter(({ target, visible, enabled }) => visible && enabled && target.includes(way))
      .map(({ target }) => target)
    return targets.find((target) => decoded(target).includes(intentId)) ?? targets[0]
  }
  let shown = await visit.tab.until(ms, find)
  let reloaded = false
  const read = await readDecision(driver, intentId, { step: 'read', variant })
  const eligible = member(read.json, 'checkout', 'eligible') ?? null
  if (shown === undefined && eligible === true) {
    await visit.tab.reload()
    reloaded = true
    shown = await visit.tab.until(first, find)
  }
  await noteView(
    driver,
    visit,
    { operation: 'page.success', step: 'way', variant },
    { way: shown ?? null, eligible, reloaded, checkoutIntentId: intentId },
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
