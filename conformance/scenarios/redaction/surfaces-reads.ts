import type { Driver, Sending } from '../../drive/driver.ts'
import type { Started } from '../../drive/given.ts'
import { readDecision, readRedirect } from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import { offPath, probe } from './probes.ts'

/** Every JSON read, once as it should be asked and then in other ways. */
export async function reads(driver: Driver, intent: Started, state: 'open' | 'paid'): Promise<void> {
  const { routes } = driver.contract
  const about = { checkoutIntentId: intent.intentId }
  const query = `?checkoutIntentId=${encodeURIComponent(intent.intentId)}`
  const decision: Sending = {
    operation: 'decision.read',
    step: `read-${state}`,
    path: `${routes.decisions}${query}`,
    about,
  }
  await driver.send(decision)
  await probe(driver, decision, state === 'paid' ? 'all' : 'encodings')
  if (state === 'open') {
    await readDecision(driver, 'no-such-intent', { step: 'read-unknown', about: { ...offPath } })
    return
  }
  const plain: readonly (readonly [Operation, string])[] = [
    ['source-data.read', routes.sourceData],
    ['commerce-source-data.read', routes.commerceSourceData],
    ['agent-docs.read', routes.agentDocs],
    ['checkout.read', routes.checkout],
    ['ledger.read', routes.ledger],
  ]
  for (const [operation, path] of plain) {
    const sending = { operation, step: 'read', variant: operation, path }
    await driver.send(sending)
    await driver.send({
      ...sending,
      step: 'read-otherwise',
      headers: [['accept-encoding', 'gzip']],
      about: { ...offPath },
    })
  }
  await readRedirect(driver, intent.intentId, { step: 'redirect-closed', about: { ...about, ...offPath } })
  const { intentId } = intent
  const id = encodeURIComponent(intentId)
  for (const [variant, path] of [
    ['intent', `${routes.checkout}/${id}`],
    ['decision', `${routes.decisions}/${id}`],
    ['ledger', `${routes.ledger}/${id}`],
    ['query', `/no-such-route${query}`],
  ] as const) {
    await driver.send({
      operation: 'other',
      step: 'unknown-route',
      variant,
      path,
      about: { ...about, ...offPath },
    })
  }
}

/** The pages, the success page as Stripe sends the buyer to it: with the session's id in the query. */
export async function pages(driver: Driver, intent: Started, state: 'open' | 'paid'): Promise<void> {
  const { canaries, contract } = driver
  const { routes } = contract
  const id = encodeURIComponent(intent.intentId)
  const session = intent.sessionId ?? canaries.mint('stripe-session')
  const returned = `checkout_intent_id=${id}&session_id=${session}`
  const about = { checkoutIntentId: intent.intentId }
  const html = [['accept', 'text/html']] as const
  const paths: readonly (readonly [Operation, string])[] = [
    ['page.success', `${routes.success}?${returned}`],
    ['page.post-purchase', `${routes.postPurchase}/${id}?${returned}`],
    ...(state === 'open'
      ? []
      : ([
          ['page.preview', routes.preview],
          ['page.cancel', `${routes.cancel}?${returned}`],
        ] as const)),
  ]
  for (const [operation, path] of paths) {
    const step = `page-${state}`
    await driver.send({ operation, step, variant: operation, path, headers: html, about })
    if (state === 'open') continue
    for (const [variant, headers, method] of [
      ['gzip', [...html, ['accept-encoding', 'gzip']], 'GET'],
      ['json', [['accept', 'application/json']], 'GET'],
      ['head', html, 'HEAD'],
    ] as const) {
      const off = { ...about, ...offPath }
      await driver.send({ operation, step: `${step}-otherwise`, variant, path, headers, method, about: off })
    }
  }
}
