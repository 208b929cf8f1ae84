import type { Driver } from '../../drive/driver.ts'
import { start, startRequest, type Members } from '../../drive/verbs.ts'
import type { Header } from '../../transcript.ts'
import { nearMisses, leastMisses } from '../near-misses.ts'
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
    for (const [basket, { members, headers, kind = 'text' }] of Object.entries(baskets(driver))) {
      for (const { variant, text } of leastMisses(texts.checkout)) {
        const tags =
          text === undefined
            ? { step: 'no-text', variant: basket, about: { kind } }
            : { step: 'near-miss', variant: `${variant}-${basket}`, about: { kind } }
        const request = startRequest(driver, { ...members, confirmationText: text }, tags)
        await driver.send(headers === undefined ? request : { ...request, headers })
      }
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

interface Basket {
  readonly members: Members
  readonly headers?: readonly Header[]
  /** `elsewhere` where a target may also refuse what is asked for, whatever the text. */
  readonly kind?: 'text' | 'elsewhere'
}

/** Other ways to ask for a checkout: the text is asked for in each of them. */
function baskets({ canaries, contract, origin }: Driver): { [variant: string]: Basket } {
  const { buyableBumps, primaryOffer, routes } = contract
  const key = canaries.mint('idempotency-key')
  return {
    ...(buyableBumps.length === 0
      ? {}
      : { 'with-bumps': { members: { orderBumpPriceIds: buyableBumps.map(({ priceId }) => priceId) } } }),
    'with-price': { members: { priceId: primaryOffer.priceId } },
    'without-key': { members: { idempotencyKey: undefined } },
    'with-header-key': { members: { idempotencyKey: undefined }, headers: [['idempotency-key', key]] },
    'no-preview-asked': { members: { previewOnly: false } },
    // A target behind another address may take its own origin for a foreign one, and refuse it.
    'with-return-url': {
      members: { successUrl: new URL(routes.success, origin).href },
      kind: 'elsewhere',
    },
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
