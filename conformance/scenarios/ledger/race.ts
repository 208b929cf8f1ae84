import { givenClick, givenPaid } from '../../drive/given.ts'
import { ledgerRequest, recordLedger } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const racers = 12

export const ledgerRace: Scenario = {
  id: 'ledger/race',
  profile: 'sandbox',
  title: 'racing requests, each with its own key, for the evidence of one intent',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const referralClickId = await givenClick(driver)
    const { intentId } = await givenPaid(driver, { referralClickId })
    await driver.race(
      Array.from({ length: racers }, (_, i) =>
        ledgerRequest(driver, intentId, {}, { step: 'race', variant: String(i + 1) }),
      ),
    )
    await recordLedger(driver, intentId, {}, { step: 'after-race' })
  },
}
