import type { Driver } from '../../drive/driver.ts'
import { givenClick, givenPaid, givenStarted, sendEvent } from '../../drive/given.ts'
import { readDecision, readRedirect, start, startRequest } from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { drain, settle } from './decisions.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const witnessedStart: Scenario = {
  id: 'non-billing/start',
  profile: 'witnessed',
  title: 'starts with and without bumps, replays and previews, as Stripe sees them',
  drive: async (driver) => {
    const { canaries, contract } = driver
    const bumps = contract.buyableBumps.map(({ priceId }) => priceId)
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
    const key = canaries.mint('idempotency-key')
    const members = { idempotencyKey: undefined }
    const keyed = startRequest(driver, members, { step: 'start', variant: 'key-in-header' })
    const byHeader = { ...keyed, headers: [...(keyed.headers ?? []), ['idempotency-key', key] as const] }
    await driver.send(byHeader)
    await driver.send({ ...byHeader, step: 'again' })
    await attributed(driver)
    await ended(driver)
    await start(driver, { confirmationText: undefined }, { step: 'preview', variant: 'no-text-after' })
    await drain(driver)
  },
}

/** A start with a referral click: what the partner may earn is no business of the session's. */
async function attributed(driver: Driver): Promise<void> {
  if (!takesReferrals(driver.contract)) return
  const referralClickId = await givenClick(driver)
  const request = startRequest(driver, { referralClickId }, { step: 'start', variant: 'attributed' })
  await driver.send(request)
  await driver.send({ ...request, step: 'again' })
}

/** Replays of starts whose checkout has ended: they tell the state, and open no other session. */
async function ended(driver: Driver): Promise<void> {
  const { canaries } = driver
  for (const [variant, type] of [
    ['expired', 'checkout.session.expired'],
    ['paid', 'checkout.session.completed'],
  ] as const) {
    const members = {
      idempotencyKey: canaries.mint('idempotency-key'),
      buyerEmail: canaries.mint('buyer-email'),
      agentClientId: canaries.mint('agent-client-id'),
    }
    const intent = await givenStarted(driver, members, { step: 'given-ended', variant })
    await sendEvent(driver, intent, { type }, { step: 'given-end', variant })
    await start(driver, members, { step: 'again', variant })
  }
}

export const witnessedReads: Scenario = {
  id: 'non-billing/reads',
  profile: 'witnessed',
  title: 'every read and every page, for a paid intent and for none, as Stripe sees them',
  drive: async (driver) => {
    const { routes } = driver.contract
    const { intentId } = await givenPaid(driver)
    const id = encodeURIComponent(intentId)
    const open = await givenStarted(driver, {}, { step: 'given-open' })
    const openId = encodeURIComponent(open.intentId)
    await settle(driver)
    await readRedirect(driver, open.intentId, { step: 'read', variant: 'open-redirect' })
    await readDecision(driver, open.intentId, { step: 'read', variant: 'open-intent' })
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
      ['page.success', `${routes.success}?checkout_intent_id=${openId}`],
      ['page.cancel', `${routes.cancel}?checkout_intent_id=${openId}`],
      ['page.post-purchase', `${routes.postPurchase}/${openId}`],
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
