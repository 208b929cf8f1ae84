import { givenPaid } from '../../drive/given.ts'
import { decide, readDecision, readRedirect, start } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { claims, otherMethods, type Attempt } from './attempts.ts'

export const paidStays: Scenario = {
  id: 'eligibility/paid-stays',
  profile: 'sandbox',
  title: 'a paid intent, and requests that might take the payment back although they are no event',
  drive: async (driver) => {
    const paid = await givenPaid(driver)
    const { intentId, key } = paid
    const sessionId = paid.sessionId ?? driver.canaries.mint('stripe-session')
    const { cancel, success } = driver.contract.routes
    const query = new URLSearchParams({ checkout_intent_id: intentId }).toString()
    const about = { checkoutIntentId: intentId }
    const attempts: Attempt[] = [
      [
        'cancel-page',
        (variant) =>
          driver.send({
            operation: 'page.cancel',
            step: 'attempt',
            variant,
            path: `${cancel}?${query}`,
            about,
          }),
      ],
      [
        'success-page',
        (variant) =>
          driver.send({
            operation: 'page.success',
            step: 'attempt',
            variant,
            path: `${success}?${query}&status=expired`,
            about,
          }),
      ],
      ['redirect-route', (variant) => readRedirect(driver, intentId, { step: 'attempt', variant, about })],
      [
        'replay-that-claims',
        (variant) =>
          start(
            driver,
            { idempotencyKey: key, ...claims(sessionId, 'expired') },
            { step: 'attempt', variant, about },
          ),
      ],
      [
        'decision-that-claims',
        (variant) => decide(driver, paid, claims(sessionId, 'expired'), { step: 'attempt', variant, about }),
      ],
      ...otherMethods(driver, intentId, 'expired'),
    ]
    await readDecision(driver, intentId, { step: 'read-before', about })
    for (const [variant, attempt] of attempts) {
      await attempt(variant)
      await readDecision(driver, intentId, { step: 'read-after', variant, about })
    }
  },
}
