import type { Driver, Sent } from '../../drive/driver.ts'
import { deliver } from '../../drive/events.ts'
import { eventFor, givenStarted, readState, type Started } from '../../drive/given.ts'
import { clickRequest, decide, readDecision, readRedirect, recordLedger, start } from '../../drive/verbs.ts'
import { changed } from '../../drive/changed.ts'
import { member } from '../../judge/look.ts'
import type { JsonObject } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { twoWorlds, type World } from './worlds.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Interleaved, so that neither a clock nor nodes that take turns can follow the worlds. */
const order = 'ABBABA'

export const twoWorldsFlow: Scenario = {
  id: 'redaction/two-worlds',
  profile: 'sandbox',
  title: 'the same flow six times, in two worlds that differ in their secrets alone',
  drive: async (driver) => {
    const [a, b] = twoWorlds(driver)
    for (const [flow, name] of [...order].entries()) await oneFlow(driver, name === 'A' ? a : b, flow)
  },
}

async function oneFlow(driver: Driver, world: World, flow: number): Promise<void> {
  const { contract } = driver
  const tags = (step: string, more: JsonObject = {}) => ({
    step,
    about: { world: world.name, flow, ...more },
  })
  const click = await clicks(driver, world, tags)
  const { buyerEmail, agentClientId } = world
  await start(driver, { buyerEmail, agentClientId, confirmationText: undefined }, tags('preview'))
  const members = { buyerEmail, agentClientId, ...(click === undefined ? {} : { referralClickId: click }) }
  const startKey = world.key()
  const intent = await givenStarted(driver, { ...members, idempotencyKey: startKey }, tags('start'))
  const { intentId } = intent
  await start(driver, { ...members, idempotencyKey: startKey }, tags('start-again'))
  await readDecision(driver, intentId, tags('read-open'))
  await pages(driver, intentId, tags, 'open')
  await pay(driver, world, intent, tags)
  const state = await readState(driver, intentId, tags('read-paid'))
  await pages(driver, intentId, tags, 'paid')
  const stale = { expectedCheckoutUpdatedAt: state.updatedAt + 1, idempotencyKey: world.key() }
  await decide(driver, state, stale, tags('decide-stale'))
  const idempotencyKey = world.key()
  await decide(driver, state, { idempotencyKey }, tags('decide'))
  await decide(driver, state, { idempotencyKey }, tags('decide-again'))
  const ledgerKey = world.key()
  const entry = { idempotencyKey: ledgerKey, agentClientId }
  await recordLedger(driver, intentId, entry, tags('ledger'))
  await recordLedger(driver, intentId, entry, tags('ledger-again'))
  await readRedirect(driver, intentId, tags('redirect-closed'))
  await driver.send({ operation: 'ledger.read', path: contract.routes.ledger, ...tags('ledger-read') })
}

type Tags = (step: string, more?: JsonObject) => { readonly step: string; readonly about: JsonObject }

async function clicks(driver: Driver, world: World, tags: Tags): Promise<string | undefined> {
  const { anonymousVisitorKey, clickHeaders } = world
  const request = {
    ...changed(clickRequest(driver, { idempotencyKey: world.key() }, tags('click')), { anonymousVisitorKey }),
    headers: clickHeaders,
  }
  const sent = await driver.send(request)
  await driver.send({ ...request, ...tags('click-again') })
  const id = member(sent.json, 'referralClickId')
  return takesReferrals(driver.contract) && typeof id === 'string' ? id : undefined
}

/**
 * Pays with the world's own payment intent. A target may hold payment intents to be unique and refuse the second such
 * event: then one with fresh ids pays, and what follows from the ids is noise.
 */
async function pay(driver: Driver, world: World, intent: Started, tags: Tags): Promise<void> {
  const { canaries } = driver
  const send = async (object: World['object'], step: string): Promise<Sent> => {
    const event = eventFor(driver, intent, {
      type: 'checkout.session.completed',
      object: {
        ...object,
        metadata: { checkout_intent_id: intent.intentId, private_note: world.note },
      },
    })
    const sent = await deliver(driver, event, tags(step))
    await deliver(driver, event, { ...tags(`${step}-again`), attempt: 2 })
    return sent
  }
  await send(world.object, 'event')
  const after = await readDecision(driver, intent.intentId, tags('read-after'))
  if (member(after.json, 'checkout', 'eligible') === true) return
  const fresh = {
    customer: canaries.mint('stripe-customer'),
    payment_intent: canaries.mint('stripe-payment-intent'),
    payment_method: canaries.mint('stripe-payment-method'),
    latest_charge: canaries.mint('stripe-charge'),
  }
  await send({ ...world.object, ...fresh }, 'event-with-fresh-ids')
}

async function pages(driver: Driver, intentId: string, tags: Tags, state: string): Promise<void> {
  const { routes } = driver.contract
  const id = encodeURIComponent(intentId)
  const headers = [['accept', 'text/html']] as const
  await driver.send({
    operation: 'page.success',
    path: `${routes.success}?checkout_intent_id=${id}`,
    headers,
    ...tags(`success-${state}`),
  })
  await driver.send({
    operation: 'page.post-purchase',
    path: `${routes.postPurchase}/${id}`,
    headers,
    ...tags(`post-purchase-${state}`),
  })
}
