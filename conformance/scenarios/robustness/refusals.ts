import type { Driver } from '../../drive/driver.ts'
import { click, decide, readRedirect, recordLedger, start } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const robustnessRefusals: Scenario = {
  id: 'robustness/refusals',
  profile: 'public',
  title: 'one ordinary refusal of each route',
  drive: async (driver) => {
    const { contract, random } = driver
    const { routes } = contract
    const nobody = `nobody-${Buffer.from(random(8)).toString('hex')}`
    const intent = { intentId: nobody, updatedAt: 1 }
    const step = 'refusal'
    await start(driver, { priceId: `price-${nobody}` }, { step, variant: 'unknown-price' })
    await start(driver, { orderBumpPriceIds: [`price-${nobody}`] }, { step, variant: 'unlisted-bump' })
    await readRedirect(driver, nobody, { step, variant: 'redirect' })
    await decide(
      driver,
      intent,
      { checkoutIntentId: undefined },
      { step, variant: 'decision-without-intent' },
    )
    await decide(driver, intent, { confirmationText: undefined }, { step, variant: 'decision-without-text' })
    await decide(driver, intent, {}, { step, variant: 'decision-unknown-intent' })
    if (takesReferrals(contract)) await referrals(driver, nobody)
    await driver.send({ operation: 'owner.read', step, variant: 'owner', path: routes.ownerActions })
    await driver.send({
      operation: 'webhook.deliver',
      step,
      variant: 'webhook-unsigned',
      method: 'POST',
      path: routes.webhook,
      json: { id: nobody, type: nobody },
    })
  },
}

async function referrals(driver: Driver, nobody: string): Promise<void> {
  const step = 'refusal'
  await click(driver, { idempotencyKey: undefined }, { step, variant: 'click-without-key' })
  await click(driver, { referralLinkId: nobody }, { step, variant: 'click-unlisted' })
  await recordLedger(
    driver,
    nobody,
    { confirmationText: undefined },
    { step, variant: 'ledger-without-text' },
  )
  await recordLedger(driver, nobody, {}, { step, variant: 'ledger-unknown-intent' })
}
