import type { Driver, Sent } from '../../drive/driver.ts'
import type { Members } from '../../drive/verbs.ts'

/** One thing to try, by name. */
export type Attempt = readonly [variant: string, attempt: (variant: string) => Promise<Sent>]

/** Members by which a client might claim that it has paid. */
export function claims(sessionId: string, status = 'paid'): Members {
  return {
    status,
    checkoutStatus: status,
    paymentStatus: status,
    payment_status: status,
    eligible: status === 'paid',
    paid: status === 'paid',
    session_id: sessionId,
    checkout: { status, eligible: status === 'paid' },
  }
}

/** Methods that WIRE gives no meaning to, with a body that asks for another status. */
export function otherMethods(driver: Driver, intentId: string, status = 'paid'): Attempt[] {
  const { decisions, checkout } = driver.contract.routes
  const id = encodeURIComponent(intentId)
  const requests: [variant: string, operation: 'decision.record' | 'other', method: string, path: string][] =
    [
      ['patch-decisions', 'decision.record', 'PATCH', `${decisions}?checkoutIntentId=${id}`],
      ['put-decisions', 'decision.record', 'PUT', `${decisions}?checkoutIntentId=${id}`],
      ['delete-decisions', 'decision.record', 'DELETE', `${decisions}?checkoutIntentId=${id}`],
      ['patch-checkout', 'other', 'PATCH', checkout],
      ['put-checkout', 'other', 'PUT', `${checkout}/${id}`],
      ['post-redirect', 'other', 'POST', `${checkout}/redirect/${id}`],
    ]
  return requests.map(([name, operation, method, path]) => [
    name,
    (variant) =>
      driver.send({
        operation,
        step: 'attempt',
        variant,
        method,
        path,
        json: { checkoutIntentId: intentId, status, eligible: status === 'paid' },
        about: { checkoutIntentId: intentId },
      }),
  ])
}
