import { buildEvent, deliver, signatureFor } from '../../drive/events.ts'
import type { Driver } from '../../drive/driver.ts'
import { eventFor, givenStarted, readState, sendEvent, type Started } from '../../drive/given.ts'
import { decide, readDecision, start } from '../../drive/verbs.ts'
import { Aborted } from '../../drive/driver.ts'
import { member } from '../../judge/look.ts'
import { aboutCard, cardFacts, privateMembers } from './planting.ts'
import { offPath, probe } from './probes.ts'

/** Every kind of answer of the webhook, to events that carry every secret; afterwards the intent is paid. */
export async function events(driver: Driver, intent: Started): Promise<void> {
  const { intentId } = intent
  const card = cardFacts(driver)
  const make = (type: string) => eventFor(driver, intent, { type, object: privateMembers(driver, card) })
  const about = { checkoutIntentId: intentId, ...aboutCard(card) }
  const off = { ...about, ...offPath }
  const state = await readState(driver, intentId, { step: 'state-open', about: off })
  await decide(driver, state, {}, { step: 'decide-open', about: { checkoutIntentId: intentId, ...offPath } })

  const refused = make('checkout.session.completed')
  const foreign = signatureFor(refused.body, 'whsec_of_somebody_else_0000', Math.floor(driver.now() / 1000))
  const step = 'event-refused'
  await deliver(driver, refused, { step, variant: 'unsigned', header: null, signature: 'none', about: off })
  await deliver(driver, refused, {
    step,
    variant: 'foreign',
    header: foreign,
    signature: 'foreign',
    about: off,
  })
  await deliver(driver, refused, {
    step,
    variant: 'garbled',
    header: 't=1,v1=zz',
    signature: 'garbled',
    about: off,
  })

  const good = make('checkout.session.completed')
  await deliver(driver, good, { step: 'event', about })
  await deliver(driver, good, { step: 'event-again', attempt: 2, about: off })
  await deliver(driver, make('payment_method.attached'), { step: 'event-of-other-type', about: off })
  const stray = buildEvent(driver, {
    intentId: 'no-such-intent',
    amountCents: intent.amountCents,
    currency: intent.currency,
    type: 'checkout.session.completed',
    object: privateMembers(driver, card),
  })
  await deliver(driver, stray, { step: 'event-for-unknown', about: { ...aboutCard(card), ...offPath } })
  await probe(
    driver,
    {
      operation: 'webhook.deliver',
      step: 'webhook',
      path: driver.contract.routes.webhook,
      body: refused.body,
      headers: [['content-type', 'application/json']],
      about: off,
    },
    'methods',
  )
  const after = await readDecision(driver, intentId, { step: 'state-paid', about: off })
  if (member(after.json, 'checkout', 'eligible') !== true) {
    throw new Aborted('a signed, paid event did not make the intent eligible', 'pay', after.exchange.n)
  }
}

/** The ends of a checkout that is not paid, each read and decided upon. */
export async function otherEnds(driver: Driver): Promise<void> {
  for (const [variant, types] of [
    ['expired', ['checkout.session.expired']],
    ['failed', ['checkout.session.completed', 'checkout.session.async_payment_failed']],
  ] as const) {
    const intent = await givenStarted(driver, {}, { step: 'start-other', variant })
    const card = cardFacts(driver)
    const about = { checkoutIntentId: intent.intentId, ...aboutCard(card), ...offPath }
    for (const type of types) {
      const object = privateMembers(driver, card)
      await sendEvent(
        driver,
        intent,
        { type, paymentStatus: 'unpaid', object },
        { step: 'event-other', variant, about },
      )
      await readDecision(driver, intent.intentId, { step: `read-${variant}`, about })
    }
    const sent = await readState(driver, intent.intentId, { step: `read-${variant}-again`, about })
    await decide(driver, sent, {}, { step: `decide-${variant}`, about })
  }
}

/** A second buyer who goes the same way, so that what belongs to one record can be told from what belongs to all. */
export async function secondBuyer(driver: Driver): Promise<void> {
  const { canaries, contract } = driver
  const members = {
    buyerEmail: canaries.mint('buyer-email'),
    agentClientId: canaries.mint('agent-client-id'),
  }
  const intent = await givenStarted(driver, members, { step: 'start-second' })
  const { intentId } = intent
  const card = cardFacts(driver)
  const about = { checkoutIntentId: intentId, ...aboutCard(card) }
  const off = { ...about, ...offPath }
  await start(driver, { ...members, idempotencyKey: intent.key }, { step: 'start-second-again', about: off })
  const object = privateMembers(driver, card)
  await sendEvent(
    driver,
    intent,
    { type: 'checkout.session.completed', object },
    { step: 'event-second', about },
  )
  const state = await readState(driver, intentId, { step: 'read-second', about })
  await readDecision(driver, intentId, { step: 'read-second-again', about: off })
  for (const variant of ['stale', 'stale-again']) {
    const expectedCheckoutUpdatedAt = state.updatedAt + 1
    await decide(
      driver,
      state,
      { expectedCheckoutUpdatedAt },
      { step: 'decide-second-refused', variant, about: off },
    )
  }
  const idempotencyKey = canaries.mint('idempotency-key')
  await decide(driver, state, { idempotencyKey }, { step: 'decide-second', about })
  for (const variant of ['once', 'twice'])
    await decide(driver, state, { idempotencyKey }, { step: 'decide-second-again', variant, about: off })
  const other = driver.contract.decisions[1]?.decisionKind ?? 'no_such_kind'
  for (const variant of ['once', 'twice']) {
    const reused = { idempotencyKey, decisionKind: other }
    await decide(driver, state, reused, { step: 'decide-second-conflict', variant, about: off })
  }
  const page = `${contract.routes.postPurchase}/${encodeURIComponent(intentId)}`
  for (const step of ['page-second', 'page-second-again']) {
    await driver.send({
      operation: 'page.post-purchase',
      step,
      path: page,
      headers: [['accept', 'text/html']],
      about,
    })
  }
}
