import { errorCode, statusOf } from '../../judge/look.ts'
import type { Exchange, Operation } from '../../transcript.ts'

/** The writes of WIRE 3 and 6 to 9; the webhook has checks of its own. */
export const writes: readonly Operation[] = [
  'checkout.start',
  'decision.record',
  'click.record',
  'ledger.record',
  'owner.act',
]

/** A server error that WIRE declares: Stripe failed (3), or no webhook secret is configured (5). */
function isDeclared(x: Exchange): boolean {
  return (
    errorCode(x) !== undefined &&
    ((x.operation === 'checkout.start' && statusOf(x) === 502) ||
      (x.operation === 'webhook.deliver' && statusOf(x) === 503))
  )
}

/** A 5xx that no implementation should give. */
export function isServerError(x: Exchange): boolean {
  return (statusOf(x) ?? 0) >= 500 && statusOf(x) !== 501 && !isDeclared(x)
}
