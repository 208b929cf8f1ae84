import { withKeyInHeader } from '../../drive/changed.ts'
import { givenPaid, readState } from '../../drive/given.ts'
import { decide, decisionRequest } from '../../drive/verbs.ts'
import { fewNearMisses, nearMisses, leastMisses } from '../near-misses.ts'
import type { Scenario } from '../scenario.ts'
import { textElsewhere } from '../text-elsewhere.ts'

export const decisionTexts: Scenario = {
  id: 'confirmation/decision-texts',
  profile: 'sandbox',
  title:
    'decisions on an eligible intent without the text and with every kind of almost right one, then the exact one',
  drive: async (driver) => {
    const { decisions, texts } = driver.contract
    const intent = await givenPaid(driver)
    const others = [texts.checkout, texts.ledger, texts.owner]
    const key = driver.canaries.mint('idempotency-key')
    const step = 'near-miss'
    for (const { variant, text, class: kind } of nearMisses({ text: texts.decision, others })) {
      const same = variant === 'lower-case' ? { idempotencyKey: key } : {}
      await decide(driver, intent, { confirmationText: text, ...same }, { step, variant, about: { kind } })
    }
    // Before anything is decided: later, a second decision may be refused for another reason.
    for (const [i, { decisionKind }] of decisions.slice(1).entries()) {
      for (const { variant: name, text } of leastMisses(texts.decision)) {
        const tags = { step, variant: `${name}-for-kind-${i + 2}` }
        await decide(driver, intent, { decisionKind, confirmationText: text }, tags)
      }
    }
    for (const { variant, text } of leastMisses(texts.decision)) {
      const tags = { step, variant: `${variant}-with-header-key` }
      await driver.send(withKeyInHeader(decisionRequest(driver, intent, { confirmationText: text }, tags)))
    }
    const withoutText = decisionRequest(
      driver,
      intent,
      { confirmationText: undefined },
      { step, about: { kind: 'elsewhere' } },
    )
    for (const sending of textElsewhere(withoutText, texts.decision, texts.checkout))
      await driver.send(sending)
    const state = await readState(driver, intent.intentId, { step: 'read' })
    // Under the key of a near miss: had that been recorded, this would be a replay.
    await decide(driver, state, { idempotencyKey: key }, { step: 'exact' })
    // Once confirmed is not confirmed for ever, nor for another kind.
    for (const { variant, text, class: kind } of fewNearMisses({ text: texts.decision, others })) {
      await decide(
        driver,
        state,
        { confirmationText: text },
        { step, variant: `later-${variant}`, about: { kind } },
      )
    }
    for (const [i, { decisionKind }] of decisions.entries()) {
      const variant = `later-absent-for-kind-${i + 1}`
      await decide(driver, state, { decisionKind, confirmationText: undefined }, { step, variant })
    }
  },
}
