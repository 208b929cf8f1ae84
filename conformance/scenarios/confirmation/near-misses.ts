import { startRequest } from '../../drive/verbs.ts'
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
    const withoutText = startRequest(
      driver,
      { confirmationText: undefined },
      { step: 'near-miss', about: { kind: 'elsewhere' } },
    )
    for (const sending of textElsewhere(withoutText, texts.checkout, texts.decision))
      await driver.send(sending)
  },
}
