import { givenClick, givenPaid, givenStarted } from '../../drive/given.ts'
import { recordLedger } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const ledgerRefused: Scenario = {
  id: 'ledger/refused',
  profile: 'sandbox',
  title: 'evidence for an intent without a click, for one that nobody knows, and for one that was never paid',
  drive: async (driver) => {
    const { contract, random } = driver
    const paid = await givenPaid(driver)
    await recordLedger(driver, paid.intentId, {}, { step: 'unattributed' })
    const unknown = `checkout-intent-${Buffer.from(random(12)).toString('hex')}`
    await recordLedger(driver, unknown, {}, { step: 'unknown' })
    if (!takesReferrals(contract)) return
    const referralClickId = await givenClick(driver)
    const open = await givenStarted(driver, { referralClickId }, { step: 'given-attributed' })
    await recordLedger(driver, open.intentId, {}, { step: 'unpaid' })
  },
}
