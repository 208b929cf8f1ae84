import { start, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { oneBuyer } from './near-misses.ts'

export const previewOnly: Scenario = {
  id: 'confirmation/preview-only',
  profile: 'public',
  title: 'starts that ask for a preview, with the right text, a wrong one and none',
  drive: async (driver) => {
    const { buyableBumps: bumps, primaryOffer, texts } = driver.contract
    const same = oneBuyer(driver)
    const all: { [variant: string]: Members } = {
      'right-text': same,
      'right-text-again': same,
      'wrong-text': { confirmationText: texts.decision },
      'no-text': { confirmationText: undefined },
      'right-text-without-key': { idempotencyKey: undefined },
      'right-text-with-bumps': { orderBumpPriceIds: bumps.map(({ priceId }) => priceId) },
      'right-text-with-price': { priceId: primaryOffer.priceId },
    }
    for (const [variant, members] of Object.entries(all)) {
      await start(driver, { ...members, previewOnly: true }, { step: 'preview-only', variant })
    }
  },
}
