import { givenClick, givenPaid } from '../../drive/given.ts'
import { ledgerRequest, recordLedger } from '../../drive/verbs.ts'
import { fewNearMisses } from '../near-misses.ts'
import type { Scenario } from '../scenario.ts'
import { textInFewPlaces } from '../text-elsewhere.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const ledgerTexts: Scenario = {
  id: 'confirmation/ledger-texts',
  profile: 'sandbox',
  title: 'commission evidence without the text and with almost right ones, then with the exact one',
  drive: async (driver) => {
    const { texts } = driver.contract
    if (!takesReferrals(driver.contract)) return
    const { intentId } = await givenPaid(driver, { referralClickId: await givenClick(driver) })
    const others = [texts.checkout, texts.decision, texts.owner]
    const key = driver.canaries.mint('idempotency-key')
    const step = 'near-miss'
    for (const { variant, text, class: kind } of fewNearMisses({ text: texts.ledger, others })) {
      const same = variant === 'lower-case' ? { idempotencyKey: key } : {}
      await recordLedger(
        driver,
        intentId,
        { confirmationText: text, ...same },
        { step, variant, about: { kind } },
      )
    }
    const withoutText = ledgerRequest(driver, intentId, { confirmationText: undefined }, { step })
    for (const sending of textInFewPlaces(withoutText, texts.ledger, texts.checkout))
      await driver.send(sending)
    await recordLedger(driver, intentId, { idempotencyKey: key }, { step: 'exact' })
  },
}
