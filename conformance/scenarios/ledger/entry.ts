import type { Offer } from '../../../contracts/contract.ts'
import type { Driver, Sent } from '../../drive/driver.ts'
import {
  givenClick,
  givenPaid,
  givenStarted,
  openingPayment,
  readState,
  sendEvent,
  sessionOf,
} from '../../drive/given.ts'
import { recordLedger, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** So many baskets at most: each takes six requests. */
const mostBaskets = 5
/** Milliseconds after which a lock that is none has let go. */
const lockMs = 1_100

/** Baskets in which each line's own rounding shows: no bump, all of them, and each alone. */
function baskets(bumps: readonly Offer[]): (readonly Offer[])[] {
  const single = bumps.length > 1 ? bumps.map((bump) => [bump]) : []
  return [[], ...(bumps.length > 0 ? [bumps] : []), ...single].slice(0, mostBaskets)
}

export const ledgerEntry: Scenario = {
  id: 'ledger/entry',
  profile: 'sandbox',
  title:
    'evidence for attributed intents with every kind of basket, paid and only completed, and a second entry for one of them',
  drive: async (driver) => {
    const { contract } = driver
    if (!takesReferrals(contract)) return
    const usable = contract.buyableBumps
    let again: (() => Promise<Sent>) | undefined
    let firstAt = 0
    for (const [i, bumps] of baskets(usable).entries()) {
      const referralClickId = await givenClick(driver)
      const { intentId } = await givenPaid(driver, { referralClickId }, bumps)
      const about = {
        checkoutIntentId: intentId,
        referralClickId,
        bumpPriceIds: bumps.map(({ priceId }) => priceId),
      }
      const idempotencyKey = driver.canaries.mint('idempotency-key')
      if (i === 0) await readAggregates(driver, 'before')
      await recordLedger(driver, intentId, { idempotencyKey }, { step: 'record', about })
      if (i > 0) {
        await recordLedger(driver, intentId, { idempotencyKey }, { step: 'record-again', about })
        continue
      }
      firstAt = driver.now()
      await readAggregates(driver, 'after')
      await recordLedger(driver, intentId, {}, { step: 'second-entry', about })
      await recordLedger(driver, intentId, { idempotencyKey }, { step: 'replay', about })
      await recordShared(driver, referralClickId)
      again = () => recordLedger(driver, intentId, {}, { step: 'second-entry', variant: 'later', about })
    }
    if (contract.eligibleStatuses.includes('completed')) await recordCompleted(driver)
    // A lock that ends after a while lets the second entry through now.
    await driver.pause('before-second-entry', Math.max(0, firstAt + lockMs - driver.now()))
    await again?.()
  },
}

/** Evidence for another intent from a click that has an entry already, where a click may lead to several. */
async function recordShared(driver: Driver, referralClickId: string): Promise<void> {
  const { primaryOffer } = driver.contract
  const sent = await start(driver, { referralClickId }, { step: 'start-from-the-same-click' })
  const intentId = member(sent.json, 'checkoutIntentId')
  const attributed = member(sent.json, 'referralAttribution', 'referralClickId') === referralClickId
  if (sent.response?.status !== 200 || typeof intentId !== 'string' || !attributed) return
  const { currency, unitAmountCents: amountCents } = primaryOffer
  const sessionId = await sessionOf(driver, intentId)
  const intent = { intentId, amountCents, currency, ...(sessionId === undefined ? {} : { sessionId }) }
  const paid = { type: 'checkout.session.completed', paymentStatus: openingPayment(driver) } as const
  await sendEvent(driver, intent, paid, { step: 'given-paid' })
  const about = { checkoutIntentId: intentId, referralClickId, bumpPriceIds: [] }
  await recordLedger(driver, intentId, {}, { step: 'record', variant: 'same-click', about })
}

/** Evidence for a checkout that is completed and not yet paid: a target may trust it or not. */
async function recordCompleted(driver: Driver): Promise<void> {
  const referralClickId = await givenClick(driver)
  const intent = await givenStarted(driver, { referralClickId })
  const { intentId } = intent
  const unpaid = { type: 'checkout.session.completed', paymentStatus: 'unpaid' } as const
  await sendEvent(driver, intent, unpaid, { step: 'given-completed' })
  const { sent } = await readState(driver, intentId, { step: 'given-completed-state' })
  const checkoutStatus = member(sent.json, 'checkout', 'status') ?? null
  const about = { checkoutIntentId: intentId, referralClickId, bumpPriceIds: [], checkoutStatus }
  await recordLedger(driver, intentId, {}, { step: 'record-completed', about })
}

async function readAggregates(driver: Driver, variant: string): Promise<void> {
  await driver.send({
    operation: 'commerce-source-data.read',
    step: 'aggregates',
    variant,
    path: driver.contract.routes.commerceSourceData,
  })
}
