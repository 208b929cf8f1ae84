import type { Driver } from '../../drive/driver.ts'
import { givenPaid } from '../../drive/given.ts'
import { readDecision, readRedirect, start, startRequest } from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { drain, settle } from './decisions.ts'

export const witnessedStart: Scenario = {
  id: 'non-billing/start',
  profile: 'witnessed',
  title: 'starts with and without bumps, replays and previews, as Stripe sees them',
  drive: async (driver) => {
    const bumps = driver.contract.buyableBumps.map(({ priceId }) => priceId)
    await start(driver, { confirmationText: undefined }, { step: 'preview', variant: 'no-text' })
    await start(driver, { previewOnly: true }, { step: 'preview', variant: 'preview-only' })
    const plain = startRequest(driver, {}, { step: 'start', variant: 'plain' })
    await driver.send(plain)
    await driver.send({ ...plain, step: 'again' })
    if (bumps.length > 0) {
      const tags = { step: 'start', variant: 'with-bumps' }
      const full = startRequest(driver, { orderBumpPriceIds: bumps }, tags)
      await driver.send(full)
      await driver.send({ ...full, step: 'again' })
    }
    await start(driver, { confirmationText: undefined }, { step: 'preview', variant: 'no-text-after' })
    await drain(driver)
  },
}

export const witnessedReads: Scenario = {
  id: 'non-billing/reads',
  profile: 'witnessed',
  title: 'every read and every page, for a paid intent and for none, as Stripe sees them',
  drive: async (driver) => {
    const { routes } = driver.contract
    const { intentId } = await givenPaid(driver)
    const id = encodeURIComponent(intentId)
    await settle(driver)
    await readDecision(driver, intentId, { step: 'read', variant: 'intent' })
    await readDecision(driver, null, { step: 'read', variant: 'contract' })
    await readRedirect(driver, intentId, { step: 'read', variant: 'redirect' })
    const reads: readonly (readonly [operation: Operation, path: string])[] = [
      ['source-data.read', routes.sourceData],
      ['commerce-source-data.read', routes.commerceSourceData],
      ['agent-docs.read', routes.agentDocs],
      ['checkout.read', routes.checkout],
      ['ledger.read', routes.ledger],
      ['page.preview', routes.preview],
      ['page.success', `${routes.success}?checkout_intent_id=${id}`],
      ['page.cancel', `${routes.cancel}?checkout_intent_id=${id}`],
      ['page.post-purchase', `${routes.postPurchase}/${id}`],
    ]
    for (const [operation, path] of reads) {
      await driver.send({ operation, path, step: 'read', variant: operation })
    }
    await readOwner(driver)
    await drain(driver)
  },
}

async function readOwner(driver: Driver): Promise<void> {
  if (driver.ownerHeaders === null) return
  await driver.send({
    operation: 'owner.read',
    path: driver.contract.routes.ownerActions,
    headers: driver.ownerHeaders,
    step: 'read',
    variant: 'owner.read',
  })
}
