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
  /** Somebody's own webhook, which gets the events of every world in place of the gateway's. */
  readonly elsewhere?: string | undefined
}

/**
 * Where a twin sends its events: to the world whose call made the session, by that world's clock. It never makes a world:
 * one that was removed does not come back because an event for it was late.
 */
export function webhookOf({ control, origin, route, elsewhere }: Destination): Pick<WebhookTarget, 'url'> & {
  readonly now: NonNullable<WebhookTarget['now']>
} {
  const nameOf = (partition: string | undefined): string | undefined => {
    const name = namespaceOf(partition)
    return control().namespaces().includes(name) ? name : undefined
  }
  return {
    url: (partition) => {
      const name = nameOf(partition)
      return name === undefined ? undefined : (elsewhere ?? `${origin()}${basePathOf(name)}${route}`)
    },
    now: (partition) => {
      const name = nameOf(partition)
      return name === undefined ? control().now() : control().in(name).now()
    },
  }
}
