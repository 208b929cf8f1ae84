import type { WebhookTarget } from '../stripe-twin/pay/deliver.ts'
import type { Control } from './control.ts'
import { basePathOf, namespaceOf } from './namespace.ts'

interface Destination {
  /** Asked late: a twin is there before its gateway is. */
  readonly control: () => Control
  /** The gateway's origin. */
  readonly origin: () => string
  /** The webhook's path in the contract. */
  readonly route: string
}

/** Where a twin sends its events: to the world whose call made the session, by that world's clock. */
export function webhookOf({ control, origin, route }: Destination): Pick<WebhookTarget, 'url'> & {
  readonly now: NonNullable<WebhookTarget['now']>
} {
  return {
    url: (partition) => `${origin()}${basePathOf(namespaceOf(partition))}${route}`,
    now: (partition) => control().in(namespaceOf(partition)).now(),
  }
}
