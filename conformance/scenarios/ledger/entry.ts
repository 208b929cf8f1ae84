import type { Offer } from '../../../contracts/contract.ts'
import type { Driver } from '../../drive/driver.ts'
import { givenClick, givenPaid } from '../../drive/given.ts'
import { recordLedger } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** So many baskets at most: each takes six requests. */
const mostBaskets = 5

/** Baskets in which each line's own rounding shows: no bump, all of them, and each alone. */
function baskets(bumps: readonly Offer[]): (readonly Offer[])[] {
  const single = bumps.length > 1 ? bumps.map((bump) => [bump]) : []
  return [[], ...(bumps.length > 0 ? [bumps] : []), ...single].slice(0, mostBaskets)
}

export const ledgerEntry: Scenario = {
  id: 'ledger/entry',
  profile: 'sandbox',
  title:
    'evidence for attributed, paid intents with every kind of basket, and a second entry for one of them',
  drive: async (driver) => {
    const { contract } = driver
    if (!takesReferrals(contract)) return
    const usable = contract.buyableBumps
    for (const [i, bumps] of baskets(usable).entries()) {
      const referralClickId = await givenClick(driver)
      const { intentId } = await givenPaid(driver, { referralClickId }, bumps)
      const about = {
        checkoutIntentId: intentId,
        referralClickId,
        bumpPriceIds: bumps.map(({ priceId }) => priceId),
      }
      const idempotencyKey = driver.canaries.mint('idempotency-key')
      if (i === 0) await readAggregates(driver, 'before')
      await recordLedger(driver, intentId, { idempotencyKey }, { step: 'record', about })
      if (i > 0) continue
      await readAggregates(driver, 'after')
      await recordLedger(driver, intentId, {}, { step: 'second-entry', about })
      await recordLedger(driver, intentId, { idempotencyKey }, { step: 'replay', about })
    }
  },
}

async function readAggregates(driver: Driver, variant: string): Promise<void> {
  await driver.send({
    operation: 'commerce-source-data.read',
    step: 'aggregates',
    variant,
    path: driver.contract.routes.commerceSourceData,
  })
}
