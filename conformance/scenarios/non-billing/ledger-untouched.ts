import type { Driver } from '../../drive/driver.ts'
import { givenClick, givenPaid, readState } from '../../drive/given.ts'
import { decide, ledgerRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { decisionPlan } from './plan.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const ledgerUntouched: Scenario = {
  id: 'non-billing/ledger-untouched',
  profile: 'sandbox',
  title:
    'decisions on attributed intents with a ledger entry, between reads of the entry and of the aggregates',
  drive: async (driver) => {
    const { contract } = driver
    if (!takesReferrals(contract)) return
    for (const [i, kinds] of decisionPlan(contract).entries()) {
      const variant = `intent-${i + 1}`
      const referralClickId = await givenClick(driver)
      const intent = await givenPaid(driver, { referralClickId })
      const request = ledgerRequest(driver, intent.intentId, {}, { step: 'entry', variant })
      await driver.send(request)
      // Evidence may move the intent's time.
      const state = await readState(driver, intent.intentId, { step: 'read', variant })
      await readAggregates(driver, 'idle', variant)
      await readAggregates(driver, 'before', variant)
      for (const { decisionKind } of kinds) {
        await decide(driver, state, { decisionKind }, { step: 'decide', variant })
      }
      await readAggregates(driver, 'after', variant)
      await driver.send({ ...request, step: 'entry-after' })
    }
  },
}

async function readAggregates(driver: Driver, step: string, variant: string): Promise<void> {
  const path = driver.contract.routes.commerceSourceData
  await driver.send({ operation: 'commerce-source-data.read', path, step, variant })
}
