import type { Driver } from '../../drive/driver.ts'
import { start, startRequest, type Members } from '../../drive/verbs.ts'
import { nearMisses } from '../near-misses.ts'
import type { Scenario } from '../scenario.ts'
import { textElsewhere } from '../text-elsewhere.ts'

export const checkoutNearMisses: Scenario = {
  id: 'confirmation/near-misses',
  profile: 'public',
  title: 'starts without a confirmation text, and with every kind of almost right one',
  drive: async (driver) => {
    const { offers, texts } = driver.contract
    const others = [texts.decision, texts.ledger, texts.owner]
    for (const { variant, text, class: kind } of nearMisses({ text: texts.checkout, others, offers })) {
      const step = kind === 'none' ? 'no-text' : 'near-miss'
      await driver.send(startRequest(driver, { confirmationText: text }, { step, variant, about: { kind } }))
    }
    const bare = {
      operation: 'checkout.start',
      method: 'POST',
      path: driver.contract.routes.checkout,
    } as const
    await driver.send({ ...bare, step: 'no-text', variant: 'nothing', json: {} })
    for (const [variant, members] of Object.entries(baskets(driver))) {
      await start(driver, { ...members, confirmationText: undefined }, { step: 'no-text', variant })
      const wrong = { ...members, confirmationText: `${texts.checkout}.` }
      await start(driver, wrong, { step: 'near-miss', variant: `suffix-${variant}`, about: { kind: 'text' } })
    }
    const same = oneBuyer(driver)
    await start(driver, { ...same, previewOnly: true }, { step: 'right-preview' })
    const after = { step: 'no-text', variant: 'after-a-right-preview' }
    await start(driver, { ...same, confirmationText: undefined }, after)
    const withoutText = startRequest(
      driver,
      { confirmationText: undefined },
      { step: 'near-miss', about: { kind: 'elsewhere' } },
    )
    for (const sending of textElsewhere(withoutText, texts.checkout, texts.decision))
      await driver.send(sending)
  },
}

/** Other ways to ask for a checkout: the text is asked for in each of them. */
function baskets({ contract }: Driver): { [variant: string]: Members } {
  const { allowedBumps, primaryOffer } = contract
  const fitting = allowedBumps.filter(({ currency }) => currency === primaryOffer.currency)
  return {
    ...(fitting.length === 0
      ? {}
      : { 'with-bumps': { orderBumpPriceIds: fitting.map(({ priceId }) => priceId) } }),
    'with-price': { priceId: primaryOffer.priceId },
    'without-key': { idempotencyKey: undefined },
    'no-preview-asked': { previewOnly: false },
  }
}

/** What tells one buyer and one request from others. */
export function oneBuyer({ canaries }: Driver) {
  return {
    idempotencyKey: canaries.mint('idempotency-key'),
    buyerEmail: canaries.mint('buyer-email'),
    agentClientId: canaries.mint('agent-client-id'),
  }
}
