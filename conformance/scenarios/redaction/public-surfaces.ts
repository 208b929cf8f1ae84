import { buildEvent, deliver } from '../../drive/events.ts'
import type { Driver } from '../../drive/driver.ts'
import {
  click,
  recordLedger,
  ownerRequest,
  readDecision,
  readRedirect,
  startRequest,
} from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { offPath } from './probes.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const unknown = 'no-such-intent'

export const publicSurfaces: Scenario = {
  id: 'redaction/public-surfaces',
  profile: 'public',
  title:
    'every surface that a URL alone reaches: reads, previews, refusals, pages, and what is no route at all',
  drive: async (driver) => {
    await reads(driver)
    await driver.send(startRequest(driver, { confirmationText: undefined }, { step: 'preview' }))
    if (takesReferrals(driver.contract)) await click(driver, {}, { step: 'click' })
    await refusals(driver)
    await strangers(driver)
  },
}

async function reads(driver: Driver): Promise<void> {
  const { routes } = driver.contract
  const json: readonly (readonly [Operation, string])[] = [
    ['source-data.read', routes.sourceData],
    ['commerce-source-data.read', routes.commerceSourceData],
    ['agent-docs.read', routes.agentDocs],
    ['checkout.read', routes.checkout],
    ['decision.read', routes.decisions],
    ...(takesReferrals(driver.contract) ? [['ledger.read', routes.ledger] as const] : []),
  ]
  for (const [operation, path] of json)
    await driver.send({ operation, step: 'read', variant: operation, path })
  const sessionId = driver.canaries.mint('stripe-session')
  const pages: readonly (readonly [Operation, string])[] = [
    ['page.preview', routes.preview],
    ['page.success', `${routes.success}?checkout_intent_id=${unknown}`],
    ['page.success', `${routes.success}?checkout_intent_id=${unknown}&session_id=${sessionId}`],
    ['page.success', `${routes.success}?session_id=${sessionId}`],
    ['page.cancel', `${routes.cancel}?session_id=${sessionId}`],
    ['page.post-purchase', `${routes.postPurchase}/${unknown}`],
    ['page.cancel', routes.cancel],
  ]
  for (const [operation, path] of pages) {
    await driver.send({
      operation,
      step: 'page',
      variant: operation,
      path,
      headers: [['accept', 'text/html']],
    })
  }
}

/** Writes that must be refused, each with secrets, some broken in the ways that frameworks answer with their own words. */
async function refusals(driver: Driver): Promise<void> {
  const { canaries, contract } = driver
  const { routes } = contract
  const about = { ...offPath }
  const event = buildEvent(driver, {
    intentId: unknown,
    amountCents: contract.primaryOffer.unitAmountCents,
    currency: contract.primaryOffer.currency,
    type: 'checkout.session.completed',
  })
  await deliver(driver, event, { step: 'webhook-unsigned', header: null, signature: 'none', about })
  const forged = `t=${Math.floor(driver.now() / 1000)},v1=${'0a'.repeat(32)}`
  await deliver(driver, event, { step: 'webhook-forged', header: forged, signature: 'foreign', about })
  await deliver(driver, event, { step: 'webhook-garbled', header: 'v1', signature: 'garbled', about })
  await readDecision(driver, unknown, { step: 'read-unknown', about })
  await readRedirect(driver, unknown, { step: 'redirect-unknown', about })
  const referrals = takesReferrals(contract)
  if (referrals) await recordLedger(driver, unknown, {}, { step: 'ledger-refused', about })
  await driver.send(startRequest(driver, { priceId: 'no-such-price' }, { step: 'start-refused', about }))
  const writes: readonly (readonly [Operation, string])[] = [
    ['checkout.start', routes.checkout],
    ['decision.record', routes.decisions],
    ['webhook.deliver', routes.webhook],
    ...(referrals
      ? ([
          ['click.record', routes.clicks],
          ['ledger.record', routes.ledger],
        ] as const)
      : []),
  ]
  for (const [operation, path] of writes) {
    const key = canaries.mint('idempotency-key')
    const bodies = [
      `{"idempotencyKey":"${key}",`,
      `["${key}"]`,
      `{"checkoutIntentId":{"${key}":[]},"idempotencyKey":7}`,
    ]
    for (const [i, body] of bodies.entries()) {
      await driver.send({
        operation,
        step: 'malformed',
        variant: `${operation} ${i + 1}`,
        path,
        headers: [['content-type', 'application/json']],
        body,
        about,
      })
    }
  }
}

/** A stranger at the owner's door, other methods, and paths that lead nowhere. */
async function strangers(driver: Driver): Promise<void> {
  const { routes } = driver.contract
  const about = { ...offPath }
  const members = { commissionLedgerId: 'no-such-entry', expectedUpdatedAt: 1 }
  await driver.send(ownerRequest(driver, members, { step: 'owner-refused', about }, []))
  await driver.send({ operation: 'owner.read', step: 'owner-refused', path: routes.ownerActions, about })
  for (const path of [routes.checkout, routes.decisions, routes.webhook]) {
    for (const method of ['OPTIONS', 'DELETE']) {
      await driver.send({
        operation: 'other',
        step: 'method',
        variant: `${method} ${path}`,
        method,
        path,
        about,
      })
    }
  }
  for (const path of [
    '/no-such-route',
    '/.env',
    '/no-such-route/%00',
    `${routes.checkout}/redirect/%E0%A4%A`,
  ]) {
    await driver.send({ operation: 'other', step: 'no-route', variant: path, path, about })
  }
}
