import { stripeEvent, type StripeEvent } from '../events.ts'
import type { Random } from '../ids.ts'
import { stripeId } from '../ids.ts'
import { signatureFor } from '../sign.ts'

/** How events reach the webhook: as they should, or wrong in one way on purpose. */
export const deliveryModes = [
  'normal',
  'duplicated',
  'reordered',
  'delayed',
  'dropped',
  'unsigned',
  'stale',
  'wrong_intent',
] as const
export type DeliveryMode = (typeof deliveryModes)[number]

/** So many attempts are remembered, the newest. */
const keptAttempts = 1_000

/** One sending of one event. */
export interface Attempt {
  readonly eventId: string
  readonly eventType: string
  /** 1 for the first sending, more for retries. */
  readonly attempt: number
  /** Milliseconds of the twin's clock. */
  readonly at: number
  /** The webhook's answer; undefined when the connection failed. */
  readonly status: number | undefined
}

export interface WebhookTarget {
  /** Asked at each sending, since a server learns its own address late. Each partition may have a webhook of its own. */
  readonly url: (partition?: string) => string
  /** Milliseconds since the epoch, for signatures and events of a partition; the twin's clock unless given. */
  readonly now?: (partition?: string) => number
  readonly secret: string
  readonly fetch?: (request: Request) => Promise<Response>
  /** Resolves after so many milliseconds, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** The pauses before each retry, in milliseconds. Stripe retries a sandbox's webhook three times. */
  readonly backoffMs?: readonly number[]
  /** How long `delayed` holds an event back, and how long a delayed payment takes. */
  readonly delayMs?: number
}

/** Sends signed events to one webhook. */
interface Deliverer {
  /** Resolves when every event was taken (2xx), given up, or dropped. */
  send(events: readonly StripeEvent[], mode: DeliveryMode, partition?: string): Promise<void>
  /** Waits as a delayed payment method does. */
  pause(): Promise<void>
  readonly attempts: readonly Attempt[]
  /** Ends waits and retries. */
  stop(): void
}

/** How, and to which partition, an event goes. */
interface Way {
  readonly mode: DeliveryMode
  readonly partition: string | undefined
}

const hour = 3600

export function createDeliverer(
  target: WebhookTarget,
  clock: { readonly now: () => number; readonly random: Random },
): Deliverer {
  const { backoffMs = [1_000, 5_000, 25_000], delayMs = 3_000, wait = waitFor } = target
  const { random } = clock
  const now = target.now ?? clock.now
  const send = target.fetch ?? ((request: Request) => fetch(request))
  const attempts: Attempt[] = []
  const ending = new AbortController()

  async function sendOnce(event: StripeEvent, attempt: number, { mode, partition }: Way): Promise<boolean> {
    const payload = JSON.stringify(event, null, 2)
    const seconds = Math.floor(now(partition) / 1000) - (mode === 'stale' ? hour : 0)
    const signature = await signatureFor(payload, { secret: target.secret, timestamp: seconds })
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (stand-in)',
      ...(mode === 'unsigned' ? {} : { 'stripe-signature': signature }),
    }
    const at = now(partition)
    let status: number | undefined
    try {
      const response = await send(
        new Request(target.url(partition), {
          method: 'POST',
          headers,
          body: payload,
          signal: ending.signal,
          redirect: 'manual',
        }),
      )
      await response.body?.cancel()
      status = response.status
    } catch {
      status = undefined
    }
    attempts.push({ eventId: event.id, eventType: event.type, attempt, at, status })
    if (attempts.length > keptAttempts) attempts.shift()
    return status !== undefined && status >= 200 && status < 300
  }

  async function deliver(event: StripeEvent, way: Way): Promise<void> {
    for (const [index, pause] of [0, ...backoffMs].entries()) {
      if (pause > 0) await wait(pause, ending.signal)
      if (await sendOnce(event, index + 1, way)) return
    }
  }

  return {
    attempts,
    send: async (events, mode, partition) => {
      if (mode === 'dropped') return
      try {
        if (mode === 'delayed') await wait(delayMs, ending.signal)
        for (const event of arranged(events, mode, random)) await deliver(event, { mode, partition })
      } catch (error) {
        if (!ending.signal.aborted) throw error
      }
    },
    pause: () => wait(delayMs, ending.signal),
    stop: () => {
      ending.abort()
    },
  }
}

function arranged(
  events: readonly StripeEvent[],
  mode: DeliveryMode,
  random: Random,
): readonly StripeEvent[] {
  switch (mode) {
    case 'duplicated':
      return events.flatMap((event) => [event, event])
    case 'reordered':
      return [...events].reverse()
    case 'wrong_intent':
      return events.map((event) => forAnotherCheckout(event, random))
    case 'normal':
    case 'delayed':
    case 'dropped':
    case 'unsigned':
    case 'stale':
      return events
  }
}

/** The same event with references that lead to no checkout of the receiver's. */
function forAnotherCheckout(event: StripeEvent, random: Random): StripeEvent {
  const { object } = event.data
  const other = stripeId('other', 16, random)
  const metadata = Object.fromEntries(Object.keys(object.metadata ?? {}).map((name) => [name, other]))
  const { id, created, livemode } = event
  return stripeEvent(
    event.type,
    { ...object, metadata, client_reference_id: other },
    { id, created, livemode, random },
  )
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(new Error('the deliveries have ended'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
