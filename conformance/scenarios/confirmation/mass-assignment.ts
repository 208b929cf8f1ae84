import type { Driver } from '../../drive/driver.ts'
import { givenPaid, givenStarted, readState } from '../../drive/given.ts'
import { decide, readDecision, start, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'

export const massAssignment: Scenario = {
  id: 'confirmation/mass-assignment',
  profile: 'sandbox',
  title: 'starts and decisions with members that only the server may set',
  drive: async (driver) => {
    const { allowedBumps, primaryOffer } = driver.contract
    for (const [variant, members] of Object.entries(startMembers(driver))) {
      await start(driver, { ...members, previewOnly: true }, { step: 'preview', variant })
      const { json } = await start(driver, members, { step: 'start', variant })
      const intentId = member(json, 'checkoutIntentId')
      if (typeof intentId === 'string') await readDecision(driver, intentId, { step: 'read', variant })
    }
    const [bump] = allowedBumps.filter(({ currency }) => currency === primaryOffer.currency)
    if (bump !== undefined) {
      const about = { totalCents: primaryOffer.unitAmountCents + bump.unitAmountCents }
      const tags = (step: string) => ({ step, variant: 'amounts-with-bump', about })
      const members = { ...amounts, ...prices, orderBumpPriceIds: [bump.priceId] }
      await start(driver, { ...members, previewOnly: true }, tags('preview'))
      const { json } = await start(driver, members, tags('start'))
      const intentId = member(json, 'checkoutIntentId')
      if (typeof intentId === 'string') await readDecision(driver, intentId, tags('read'))
    }
    // A target may refuse members that it does not know; this intent is there in any case.
    const { intentId } = await givenStarted(driver)
    const open = await readState(driver, intentId, { step: 'read', variant: 'plain' })
    const claim = { ...claims, checkout: { ...claims, checkoutIntentId: intentId } }
    await decide(driver, open, claim, { step: 'decide-open' })
    const query = `?checkoutIntentId=${encodeURIComponent(intentId)}&status=paid&eligible=true&paid=true`
    const path = `${driver.contract.routes.decisions}${query}`
    await driver.send({ operation: 'decision.read', step: 'read-with-claims', path })
    await readDecision(driver, intentId, { step: 'read', variant: 'after-claims' })
    const paid = await givenPaid(driver)
    const forged = decisionMembers(driver)
    await decide(driver, paid, forged, { step: 'decide-paid' })
    await readState(driver, paid.intentId, { step: 'read-paid' })
  },
}

/** What would open an intent, if a client could say it. */
const claims = {
  eligible: true,
  paid: true,
  status: 'paid',
  checkoutStatus: 'paid',
  paymentStatus: 'paid',
  payment_status: 'paid',
}

const amounts = {
  amount: 1,
  amountCents: 1,
  amount_cents: 1,
  unitAmountCents: 1,
  totalAmountCents: 1,
  total: 1,
}
const prices = { price: 1, unit_amount: 1, amountTotal: 1, discountCents: 1, discount: 100, quantity: 0 }

function startMembers({ canaries, contract }: Driver): { [variant: string]: Members } {
  const { primaryOffer } = contract
  const currency = primaryOffer.currency === 'eur' ? 'usd' : 'eur'
  const title = canaries.mint('client-field')
  const id = canaries.mint('client-field')
  const offer = { ...pick(primaryOffer), unitAmountCents: 1, currency, title, name: title }
  return {
    amounts,
    prices,
    quantities: { quantity: 3, qty: 3, count: 3, units: 3, quantities: [3] },
    codes: { promotionCode: title, promoCode: title, couponCode: title, coupon: title, discountCode: title },
    currency: { currency, currencyCode: currency },
    titles: { title, name: title, summary: title, offerTitle: title, description: title },
    statuses: claims,
    times: { updatedAt: 1, createdAt: 1, checkoutUpdatedAt: 1, startedAt: 1, expiresAt: 4_000_000_000 },
    nested: {
      offer,
      lineItems: [offer],
      checkout: { ...claims, amountCents: 1, currency },
      intent: { ...claims, amountCents: 1, currency },
      metadata: { ...claims, amountCents: 1 },
    },
    ids: { id, checkoutIntentId: id, checkout_intent_id: id, intentId: id },
  }
}

function decisionMembers({ canaries, contract }: Driver): Members {
  const text = canaries.mint('client-field')
  const [kind] = contract.decisions
  const other = contract.offers.find((offer) => offer.id !== kind?.presentedOfferId)
  return {
    decisionId: text,
    id: text,
    presentedOfferId: other?.id ?? text,
    offerStackId: text,
    checkoutStatus: 'expired',
    status: 'expired',
    checkoutUpdatedAt: 1,
    actorKind: text,
    createdAt: 1,
    amountCents: 1,
    currency: 'xts',
    stripeChargeCreated: true,
    entitlementGranted: true,
    payableCommissionCreated: true,
  }
}

function pick({ id, productId, priceId, kind }: Driver['contract']['primaryOffer']) {
  return { id, productId, priceId, kind }
}
