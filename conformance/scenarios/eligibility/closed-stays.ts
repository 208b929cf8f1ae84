import { clickIfTaken, givenStarted, readState, sendEvent } from '../../drive/given.ts'
import { decide, readDecision, readRedirect, recordLedger, start, type Members } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { claims, type Attempt } from './attempts.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const expiredStays = closedStays('expired', 'checkout.session.expired')
export const failedStays = closedStays('failed', 'checkout.session.async_payment_failed')

/** An attributed intent that an event has closed, and requests that might open it again although they are no event. */
function closedStays(name: string, type: string): Scenario {
  return {
    id: `eligibility/${name}-stays`,
    profile: 'sandbox',
    title: `an intent that ${name === 'failed' ? 'failed to be paid' : 'expired'}, and requests that might open it again although they are no event`,
    drive: async (driver) => {
      const { canaries, contract } = driver
      const takesClicks = takesReferrals(contract)
      const request: Members = {
        idempotencyKey: canaries.mint('idempotency-key'),
        buyerEmail: canaries.mint('buyer-email'),
        agentClientId: canaries.mint('agent-client-id'),
        ...(await clickIfTaken(driver)),
      }
      const started = await givenStarted(driver, request)
      const { intentId } = started
      await sendEvent(driver, started, { type }, { step: 'close' })
      const about = { checkoutIntentId: intentId }
      const tags = (variant: string) => ({ step: 'attempt', variant, about })
      const { success } = contract.routes
      const path = `${success}?${new URLSearchParams({ checkout_intent_id: intentId }).toString()}`
      const state = await readState(driver, intentId, { step: 'read-before', about })
      const sessionId = started.sessionId ?? canaries.mint('stripe-session')
      const attempts: Attempt[] = [
        ['replay', (variant) => start(driver, request, tags(variant))],
        [
          'replay-that-claims',
          (variant) => start(driver, { ...request, ...claims(sessionId) }, tags(variant)),
        ],
        ['redirect-route', (variant) => readRedirect(driver, intentId, tags(variant))],
        ['success-page', (variant) => driver.send({ operation: 'page.success', path, ...tags(variant) })],
        ...contract.decisions.map(({ decisionKind }, i): Attempt => [
          `decision-${i + 1}`,
          (variant) => decide(driver, state, { decisionKind }, tags(variant)),
        ]),
        ...(takesClicks
          ? [
              [
                'ledger-evidence',
                (variant) => recordLedger(driver, intentId, {}, tags(variant)),
              ] satisfies Attempt,
            ]
          : []),
      ]
      for (const [variant, attempt] of attempts) {
        await attempt(variant)
        await readDecision(driver, intentId, { step: 'read-after', variant, about })
      }
    },
  }
}
