import { givenClick, givenPaid } from '../../drive/given.ts'
import { ledgerRequest, ownerRequest } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import { drain, settle } from '../non-billing/decisions.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const witnessedLedger: Scenario = {
  id: 'ledger/witnessed',
  profile: 'witnessed',
  title: 'evidence, its replay and, with an owner, a review and a reversal, as Stripe sees them',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const intent = await givenPaid(driver, { referralClickId: await givenClick(driver) })
    await settle(driver)
    const request = ledgerRequest(driver, intent.intentId, {}, { step: 'write', variant: 'entry' })
    let { json } = await driver.send(request)
    await driver.send({ ...request, variant: 'entry-again' })
    for (const actionKind of driver.ownerHeaders === null ? [] : ['mark_reviewed', 'reverse_evidence']) {
      const about = {
        commissionLedgerId: member(json, 'commissionLedger', 'commissionLedgerId'),
        expectedUpdatedAt: member(json, 'commissionLedger', 'updatedAt'),
      }
      const tags = { step: 'write', variant: actionKind }
      const sent = await driver.send(ownerRequest(driver, { actionKind, ...about }, tags))
      json = sent.json
    }
    await drain(driver)
  },
}
