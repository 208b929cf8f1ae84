import type { Offer } from '../../../contracts/contract.ts'
import type { Driver } from '../../drive/driver.ts'
import { readDecision, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import { swappedCase } from '../letter-case.ts'
import type { Scenario } from '../scenario.ts'

export const whatIsBought: Scenario = {
  id: 'confirmation/what-is-bought',
  profile: 'sandbox',
  title:
    'starts with other offers as the primary one, with bumps off the allow-list, and with every allowed choice',
  drive: async (driver) => {
    const { allowedBumps, buyableBumps: fitting, offers, primaryOffer } = driver.contract
    const foreign = offers.filter(({ priceId }) => priceId !== primaryOffer.priceId)
    const unknown = 'price-of-nobody'
    const known = new Set(offers.map(({ priceId }) => priceId))
    const otherNames = (offer: Offer) => namesBeside(offer).filter((name) => !known.has(name))
    const misnamed = otherNames(primaryOffer)
    for (const priceId of new Set([...foreign.map((offer) => offer.priceId), unknown, ...misnamed])) {
      await start(driver, { priceId }, { step: 'other-primary', about: { priceId } })
    }
    const allowed = new Set(allowedBumps.map(({ priceId }) => priceId))
    const unlisted = new Set(
      [...known, unknown, ...fitting.slice(0, 1).flatMap(otherNames)].filter((id) => !allowed.has(id)),
    )
    for (const priceId of unlisted) {
      const tags = { step: 'unlisted-bump', about: { priceId } }
      await start(driver, { orderBumpPriceIds: [priceId] }, { ...tags, variant: 'alone' })
    }
    for (const { priceId } of allowedBumps.filter((bump) => !fitting.includes(bump))) {
      const tags = { step: 'unlisted-bump', variant: 'other-currency', about: { priceId } }
      await start(driver, { orderBumpPriceIds: [priceId] }, tags)
    }
    for (const bump of fitting.slice(0, 1)) {
      for (const priceId of unlisted) {
        const tags = { step: 'unlisted-bump', variant: 'beside-a-listed-one', about: { priceId } }
        await start(driver, { orderBumpPriceIds: [bump.priceId, priceId] }, tags)
      }
    }
    await buy(driver, 'none', [], [])
    await buy(driver, 'named-primary', [], [], { priceId: primaryOffer.priceId })
    for (const [i, bump] of fitting.slice(0, 4).entries()) {
      await buy(driver, `bump-${i + 1}`, [bump.priceId], [bump])
      await buy(driver, `bump-${i + 1}-twice`, [bump.priceId, bump.priceId], [bump])
    }
    if (fitting.length > 1) {
      const ids = fitting.map(({ priceId }) => priceId)
      await buy(driver, 'all-bumps', ids, fitting)
      await buy(driver, 'all-bumps-twice', [...ids, ...ids], fitting)
    }
  },
}

/** What an offer is called beside its price id, and its price id in another writing: each is the id of no price. */
function namesBeside({ id, productId, priceId }: Offer): string[] {
  return [id, productId, ` ${priceId}`, `${priceId} `, swappedCase(priceId)]
}

/** Previews and starts one choice, and reads what was taken down. */
async function buy(
  driver: Driver,
  variant: string,
  priceIds: readonly string[],
  bumps: readonly Offer[],
  further: { readonly priceId?: string } = {},
): Promise<void> {
  const { primaryOffer } = driver.contract
  const about = {
    bumpPriceIds: bumps.map(({ priceId }) => priceId),
    totalCents: [primaryOffer, ...bumps].reduce((sum, { unitAmountCents }) => sum + unitAmountCents, 0),
  }
  const members = { ...further, ...(priceIds.length === 0 ? {} : { orderBumpPriceIds: priceIds }) }
  await start(driver, { ...members, confirmationText: undefined }, { step: 'preview', variant, about })
  await start(driver, { ...members, previewOnly: true }, { step: 'preview', variant, about })
  const { json } = await start(driver, members, { step: 'start', variant, about })
  const intentId = member(json, 'checkoutIntentId')
  if (typeof intentId !== 'string') return
  await readDecision(driver, intentId, { step: 'read', variant, about })
}
