import { givenClick } from '../../drive/given.ts'
import { start, startRequest, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { textInFewPlaces } from '../text-elsewhere.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const unstarted: Scenario = {
  id: 'confirmation/unstarted',
  profile: 'witnessed',
  title: 'a confirmed start, then starts that are refused or previewed, with a pause before and after',
  drive: async (driver) => {
    const { canaries, contract, drainMs } = driver
    const { offers, primaryOffer, texts } = contract
    const key = canaries.mint('idempotency-key')
    await start(driver, { idempotencyKey: key }, { step: 'given-started' })
    const linked = takesReferrals(contract)
    const referralClickId = linked ? await givenClick(driver) : undefined
    // What still comes from earlier requests comes first; what comes after that, before the mark, is somebody else's.
    await driver.pause('settle', drainMs)
    await driver.pause('mark', drainMs)
    const other = offers.find(({ priceId }) => priceId !== primaryOffer.priceId)?.priceId ?? 'price-of-nobody'
    const all: { [variant: string]: Members } = {
      'no-text': { confirmationText: undefined },
      'empty-text': { confirmationText: '' },
      'wrong-text': { confirmationText: texts.decision },
      'one-dot-more': { confirmationText: `${texts.checkout}.` },
      'in-array': { confirmationText: [texts.checkout] },
      'preview-only': { previewOnly: true },
      'preview-only-without-text': { previewOnly: true, confirmationText: undefined },
      'unknown-price': { priceId: 'price-of-nobody' },
      'other-primary': { priceId: other },
      'unknown-bump': { orderBumpPriceIds: ['price-of-nobody'] },
      'unknown-click': { referralClickId: 'click-of-nobody' },
      ...(referralClickId === undefined
        ? {}
        : { 'first-click-on-known-key': { referralClickId, idempotencyKey: key } }),
    }
    for (const [variant, members] of Object.entries(all)) {
      await start(driver, members, { step: 'unstarted', variant })
    }
    const withoutText = startRequest(driver, { confirmationText: undefined }, { step: 'unstarted' })
    for (const sending of textInFewPlaces(withoutText, texts.checkout, texts.decision))
      await driver.send(sending)
    // Refused, or answered with the first intent: either way nothing is left to ask Stripe.
    const reused = { idempotencyKey: key, buyerEmail: canaries.mint('buyer-email') }
    await start(driver, reused, { step: 'key-reused' })
    const bumps = contract.buyableBumps.map(({ priceId }) => priceId)
    if (bumps.length > 0) {
      const basket = { idempotencyKey: key, orderBumpPriceIds: bumps }
      await start(driver, basket, { step: 'key-reused', variant: 'with-bumps' })
    }
    await driver.pause('drain', drainMs)
  },
}
