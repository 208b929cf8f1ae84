import type { Driver } from '../../drive/driver.ts'
import { givenPaid, givenStarted, readState } from '../../drive/given.ts'
import { click, decide, recordLedger, start, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const robustnessOrder: Scenario = {
  id: 'robustness/order',
  profile: 'sandbox',
  title: 'requests with one fault or two, whose first has a word of its own',
  drive: async (driver) => {
    const { canaries, contract, random } = driver
    const nobody = `nobody-${Buffer.from(random(8)).toString('hex')}`
    const paid = await givenPaid(driver)
    const started = await givenStarted(driver, {}, { step: 'given-open' })
    const open = await readState(driver, started.intentId, { step: 'given-open-state' })

    const known = canaries.mint('idempotency-key')
    const tags = (variant: string) => ({ step: 'decision', variant })
    await decide(driver, paid, { idempotencyKey: known }, tags('complete'))
    const [text, kind] = [`not: ${contract.texts.decision}`, `kind-${nobody}`]
    const faults: [variant: string, members: Members][] = [
      ['no-intent', { checkoutIntentId: undefined }],
      ['no-kind', { decisionKind: undefined }],
      ['no-key', { idempotencyKey: undefined }],
      ['no-time', { expectedCheckoutUpdatedAt: undefined }],
      ['no-text', { confirmationText: undefined }],
      ['no-kind-and-text', { decisionKind: undefined, confirmationText: text }],
      ['no-time-and-text', { expectedCheckoutUpdatedAt: undefined, confirmationText: text }],
      ['text-and-kind', { confirmationText: text, decisionKind: kind }],
      ['text-and-intent', { confirmationText: text, checkoutIntentId: nobody }],
      ['text-and-known-key', { confirmationText: text, idempotencyKey: known }],
      ['kind-and-intent', { decisionKind: kind, checkoutIntentId: nobody }],
      ['kind-and-known-key', { decisionKind: kind, idempotencyKey: known }],
      ['known-key-and-intent', { idempotencyKey: known, checkoutIntentId: nobody }],
      ['known-key-and-time', { idempotencyKey: known, expectedCheckoutUpdatedAt: paid.updatedAt + 7 }],
      ['intent-and-time', { checkoutIntentId: nobody, expectedCheckoutUpdatedAt: 1 }],
      ['time', { expectedCheckoutUpdatedAt: paid.updatedAt + 7 }],
    ]
    for (const [variant, members] of faults) await decide(driver, paid, members, tags(variant))
    const early = { expectedCheckoutUpdatedAt: open.updatedAt + 7 }
    await decide(driver, open, early, tags('not-eligible-and-time'))

    await start(driver, { priceId: `price-${nobody}` }, { step: 'start', variant: 'unknown-price' })
    await start(driver, { orderBumpPriceIds: [nobody] }, { step: 'start', variant: 'unlisted-bump' })
    if (takesReferrals(contract)) await referrals(driver, paid.intentId, nobody)
  },
}

async function referrals(driver: Driver, paidIntent: string, nobody: string): Promise<void> {
  const clicks: [variant: string, members: Members][] = [
    ['no-key', { idempotencyKey: undefined }],
    ['unlisted-link', { referralLinkId: nobody }],
    ['unlisted-destination', { destinationRoute: `/${nobody}` }],
  ]
  for (const [variant, members] of clicks) await click(driver, members, { step: 'click', variant })
  const ledger: [variant: string, members: Members][] = [
    ['no-intent', { checkoutIntentId: undefined }],
    ['no-key', { idempotencyKey: undefined }],
    ['no-text', { confirmationText: undefined }],
    ['unknown-intent', { checkoutIntentId: nobody }],
    ['no-attribution', {}],
  ]
  for (const [variant, members] of ledger) {
    await recordLedger(driver, paidIntent, members, { step: 'ledger', variant })
  }
}
