import { givenPaid } from '../../drive/given.ts'
import { decide } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { absentKeys } from './absent-keys.ts'

export const decisionKeys: Scenario = {
  id: 'idempotency/decision-keys',
  profile: 'sandbox',
  title: 'decisions without a key, with a new one, again, and with the same key for another intent or kind',
  drive: async (driver) => {
    const intent = await givenPaid(driver)
    const other = await givenPaid(driver)
    for (const { variant, members } of absentKeys) {
      await decide(driver, intent, members, { step: 'no-key', variant })
    }
    const idempotencyKey = driver.canaries.mint('idempotency-key')
    await decide(driver, intent, { idempotencyKey }, { step: 'first' })
    await decide(driver, intent, { idempotencyKey }, { step: 'again' })
    await decide(driver, other, { idempotencyKey }, { step: 'conflict', variant: 'other-intent' })
    const { decisions } = driver.contract
    const decisionKind = decisions.at(-1)?.decisionKind
    if (decisions.length > 1) {
      await decide(
        driver,
        intent,
        { idempotencyKey, decisionKind },
        { step: 'conflict', variant: 'other-kind' },
      )
    }
    const [{ presentedOfferId } = {}, ...others] = decisions
    const sibling = others.find((one) => one.presentedOfferId === presentedOfferId)
    if (sibling !== undefined && sibling.decisionKind !== decisionKind) {
      const members = { idempotencyKey, decisionKind: sibling.decisionKind }
      await decide(driver, intent, members, { step: 'conflict', variant: 'other-kind-of-the-offer' })
    }
    await decide(driver, intent, { idempotencyKey }, { step: 'after' })
    await decide(driver, intent, { decisionKind }, { step: 'another' })
    await decide(driver, intent, { idempotencyKey }, { step: 'again', variant: 'after-another' })
    // The refused one must have left nothing: under a key of its own it is the first.
    await decide(driver, other, {}, { step: 'fresh' })
  },
}
