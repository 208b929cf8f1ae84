import type { Driver } from '../../drive/driver.ts'
import { buildEvent, deliver, signatureFor } from '../../drive/events.ts'
import { clickIfTaken, givenStarted, readState, type Started } from '../../drive/given.ts'
import { decide, readDecision, readRedirect, recordLedger, start } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { claims, otherMethods, type Attempt } from './attempts.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Everything that is no verified event and that an implementation might take for a payment. */
function attempts(driver: Driver, started: Started): Attempt[] {
  const { canaries, contract, now, random } = driver
  const { routes } = contract
  const { intentId, amountCents, currency } = started
  const sessionId = started.sessionId ?? canaries.mint('stripe-session')
  const query = new URLSearchParams({ checkout_intent_id: intentId, session_id: sessionId }).toString()
  const event = () =>
    buildEvent(driver, { type: 'checkout.session.completed', intentId, sessionId, amountCents, currency })
  const tags = (variant: string) => ({ step: 'attempt', variant, about: { checkoutIntentId: intentId } })
  return [
    [
      'success-page',
      (variant) =>
        driver.send({ operation: 'page.success', path: `${routes.success}?${query}`, ...tags(variant) }),
    ],
    [
      'success-page-that-claims',
      (variant) =>
        driver.send({
          operation: 'page.success',
          path: `${routes.success}?${query}&payment_status=paid&status=paid&redirect_status=succeeded`,
          ...tags(variant),
        }),
    ],
    ['redirect-route', (variant) => readRedirect(driver, intentId, tags(variant))],
    [
      'cancel-page',
      (variant) =>
        driver.send({ operation: 'page.cancel', path: `${routes.cancel}?${query}`, ...tags(variant) }),
    ],
    [
      'post-purchase-page',
      (variant) =>
        driver.send({
          operation: 'page.post-purchase',
          path: `${routes.postPurchase}/${encodeURIComponent(intentId)}?session_id=${sessionId}`,
          ...tags(variant),
        }),
    ],
    [
      'read-that-claims',
      (variant) =>
        driver.send({
          operation: 'decision.read',
          path: `${routes.decisions}?checkoutIntentId=${encodeURIComponent(intentId)}&session_id=${sessionId}&status=paid&payment_status=paid&paid=true&eligible=true`,
          ...tags(variant),
        }),
    ],
    [
      'replay-that-claims',
      (variant) => start(driver, { idempotencyKey: started.key, ...claims(sessionId) }, tags(variant)),
    ],
    [
      'decision-that-claims',
      async (variant) => {
        const state = await readState(driver, intentId, {
          step: 'read-for-decision',
          about: { checkoutIntentId: intentId },
        })
        return decide(driver, state, claims(sessionId), tags(variant))
      },
    ],
    [
      'unsigned-event',
      (variant) => deliver(driver, event(), { ...tags(variant), header: null, signature: 'none' }),
    ],
    [
      'badly-signed-event',
      (variant) => {
        const made = event()
        const secret = `whsec_${Buffer.from(random(24)).toString('hex')}`
        const header = signatureFor(made.body, secret, Math.floor(now() / 1000))
        return deliver(driver, made, { ...tags(variant), header, signature: 'wrong-secret' })
      },
    ],
    ...(takesReferrals(contract)
      ? [
          [
            'ledger-evidence',
            (variant) => recordLedger(driver, intentId, {}, tags(variant)),
          ] satisfies Attempt,
        ]
      : []),
    ...otherMethods(driver, intentId),
  ]
}

export const noWayRound: Scenario = {
  id: 'eligibility/no-way-round',
  profile: 'sandbox',
  title: 'a started intent, and everything but a verified event that could be taken for its payment',
  drive: async (driver) => {
    await firstRedirect(driver)
    const started = await givenStarted(driver, await clickIfTaken(driver))
    const about = { checkoutIntentId: started.intentId }
    await readState(driver, started.intentId, { step: 'read-before', about })
    for (const [variant, attempt] of attempts(driver, started)) {
      await attempt(variant)
      await readDecision(driver, started.intentId, { step: 'read-after', variant, about })
    }
  },
}

/** An intent that is read before its redirect route was ever visited: a given one has been there already. */
async function firstRedirect(driver: Driver): Promise<void> {
  const { json } = await start(driver, {}, { step: 'start' })
  const intentId = member(json, 'checkoutIntentId')
  if (typeof intentId !== 'string') return
  const tags = { variant: 'first-redirect', about: { checkoutIntentId: intentId } }
  await readState(driver, intentId, { ...tags, step: 'read-before' })
  await readRedirect(driver, intentId, { ...tags, step: 'attempt' })
  await readDecision(driver, intentId, { ...tags, step: 'read-after' })
}
