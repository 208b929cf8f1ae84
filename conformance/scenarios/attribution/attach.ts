import type { Driver } from '../../drive/driver.ts'
import { givenClick, openingPayment, sendEvent, sessionOf } from '../../drive/given.ts'
import { readDecision, start, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** A start's body that stays the same on each replay but for the click. */
function fixedBody({ canaries }: Driver): Members {
  return {
    buyerEmail: canaries.mint('buyer-email'),
    agentClientId: canaries.mint('agent-client-id'),
    idempotencyKey: canaries.mint('idempotency-key'),
  }
}

async function pay(driver: Driver, intentId: string): Promise<void> {
  const { currency, unitAmountCents: amountCents } = driver.contract.primaryOffer
  const sessionId = await sessionOf(driver, intentId)
  const intent = { intentId, amountCents, currency, ...(sessionId === undefined ? {} : { sessionId }) }
  const paymentStatus = openingPayment(driver)
  await sendEvent(driver, intent, { type: 'checkout.session.completed', paymentStatus }, { step: 'pay' })
}

export const attributionAttach: Scenario = {
  id: 'attribution/attach',
  profile: 'sandbox',
  title:
    'a start with a click; its replay with the same and another, before and after the payment; a click on a key that began without',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const referralClickId = await givenClick(driver)
    const other = await givenClick(driver)
    const body = fixedBody(driver)
    const about = { referralClickId }
    const started = await start(driver, { ...body, referralClickId }, { step: 'start', about })
    const intentId = member(started.json, 'checkoutIntentId')
    await start(driver, { ...body, referralClickId }, { step: 'replay', about })
    await start(
      driver,
      { ...body, referralClickId: other },
      { step: 'other-click', about: { referralClickId: other } },
    )
    await start(driver, { ...body, referralClickId }, { step: 'replay-after-conflict', about })
    // Two starts may come from one click, or the second be refused: the first one keeps its click in any case.
    await start(driver, { referralClickId }, { step: 'start-from-the-same-click', about })
    await start(driver, { ...body, referralClickId }, { step: 'replay-after-the-same-click', about })
    if (typeof intentId === 'string') {
      await pay(driver, intentId)
      const late = { referralClickId: other }
      await start(driver, { ...body, ...late }, { step: 'other-click-after-paid', about: late })
      await start(driver, { ...body, referralClickId }, { step: 'replay-after-paid', about })
    }

    const bare = fixedBody(driver)
    await start(driver, bare, { step: 'start-without-click' })
    // One that led to no checkout yet: a click may be good for one only.
    const unused = { referralClickId: other }
    await start(driver, { ...bare, ...unused }, { step: 'first-click-on-replay', about: unused })
    await start(driver, bare, { step: 'replay-without-click' })
    if (typeof intentId === 'string') await readDecision(driver, intentId, { step: 'read' })
  },
}
