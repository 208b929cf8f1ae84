import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import { fewNearMisses, leastMisses } from '../near-misses.ts'
import type { Scenario } from '../scenario.ts'
import { textInFewPlaces } from '../text-elsewhere.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const ownerTexts: Scenario = {
  id: 'confirmation/owner-texts',
  profile: 'owner',
  title: 'owner actions without the text and with almost right ones, then with the exact one',
  drive: async (driver) => {
    const { texts } = driver.contract
    if (!takesReferrals(driver.contract)) return
    const { ledgerId, updatedAt } = await givenLedgerEntry(driver)
    const others = [texts.checkout, texts.decision, texts.ledger]
    const entry = { commissionLedgerId: ledgerId, expectedUpdatedAt: updatedAt }
    const key = driver.canaries.mint('idempotency-key')
    const step = 'near-miss'
    for (const { variant, text, class: kind } of fewNearMisses({ text: texts.owner, others })) {
      const same = variant === 'lower-case' ? { idempotencyKey: key } : {}
      const members = { ...entry, confirmationText: text, ...same }
      await driver.send(ownerRequest(driver, members, { step, variant, about: { kind } }))
    }
    const withoutText = ownerRequest(driver, { ...entry, confirmationText: undefined }, { step })
    for (const sending of textInFewPlaces(withoutText, texts.owner, texts.checkout))
      await driver.send(sending)
    const { json } = await driver.send(
      ownerRequest(driver, { ...entry, idempotencyKey: key }, { step: 'exact' }),
    )
    const next = member(json, 'commissionLedger', 'updatedAt')
    if (typeof next !== 'number') return
    // Once confirmed is not confirmed for ever, nor for another action.
    for (const actionKind of ['mark_reviewed', 'hold_for_review', 'reverse_evidence']) {
      for (const { variant, text } of leastMisses(texts.owner)) {
        const members = { ...entry, expectedUpdatedAt: next, actionKind, confirmationText: text }
        await driver.send(ownerRequest(driver, members, { step, variant: `${variant}-for-${actionKind}` }))
      }
    }
  },
}
