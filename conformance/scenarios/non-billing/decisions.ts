import type { Driver } from '../../drive/driver.ts'
import { givenPaid } from '../../drive/given.ts'
import { decide, decisionRequest, readDecision, type OpenIntent } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { decisionPlan } from './plan.ts'

export const decisions: Scenario = {
  id: 'non-billing/decisions',
  profile: 'sandbox',
  title: 'each seeded kind is decided and replayed, some are refused, and then nothing is sent for a while',
  drive: async (driver) => {
    const { contract } = driver
    const plan = decisionPlan(contract)
    const bumps = contract.buyableBumps
    const intents: OpenIntent[] = []
    for (const _ of plan) intents.push(await givenPaid(driver, {}, bumps))
    await readAll(driver, intents, 'state-before')
    await readDecision(driver, null, { step: 'contract' })
    if (driver.profile === 'witnessed') await settle(driver)
    for (const [i, kinds] of plan.entries()) {
      const intent = intents[i]
      if (intent === undefined) continue
      for (const { decisionKind } of kinds) {
        const about = { checkoutIntentId: intent.intentId, decisionKind }
        const request = decisionRequest(
          driver,
          intent,
          { decisionKind },
          { step: 'first', variant: decisionKind, about },
        )
        await driver.send(request)
        await driver.send({ ...request, step: 'again' })
      }
      await refusedOnes(driver, intent)
    }
    if (driver.profile === 'witnessed') await drain(driver)
    await readAll(driver, intents, 'state-after')
  },
}

/** Decisions that are refused must not bill either. */
async function refusedOnes(driver: Driver, intent: OpenIntent): Promise<void> {
  const tags = (variant: string) => ({ step: 'refused', variant })
  await decide(driver, intent, { confirmationText: 'yes' }, tags('text'))
  await decide(driver, intent, { expectedCheckoutUpdatedAt: intent.updatedAt + 1 }, tags('stale'))
}

async function readAll(driver: Driver, intents: readonly OpenIntent[], step: string): Promise<void> {
  for (const [i, { intentId }] of intents.entries()) {
    const about = { checkoutIntentId: intentId }
    await readDecision(driver, intentId, { step, variant: `intent-${i + 1}`, about })
  }
}

/** A little longer than the window, so that a call at its very end still shows. */
export async function drain(driver: Driver): Promise<void> {
  await driver.pause('drain', Math.ceil(driver.drainMs * 1.1) + 50)
}

/** What earlier steps set off gets the time to end, so that it is not taken for what follows. */
export async function settle(driver: Driver): Promise<void> {
  await driver.pause('settle', Math.min(500, driver.drainMs))
}
