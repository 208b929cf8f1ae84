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
  /**
   * Asked at each sending, since a server learns its own address late. Each partition may have a webhook of its own;
   * undefined says that nobody is there any more, and the event is given up.
   */
  readonly url: (partition?: string) => string | undefined
  /** Milliseconds since the epoch, for signatures and events of a partition; the twin's clock unless given. */
  readonly now?: (partition?: string) => number
  readonly secret: string
  readonly fetch?: (request: Request) => Promise<Response>
  /** Resolves after so many milliseconds, or rejects when the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** The pauses before each retry, in milliseconds; 1, 5 and 25 s unless given. Stripe retries a sandbox's webhook three times. */
  readonly backoffMs?: readonly number[]
  /** How long `delayed` holds an event back, and how long a delayed payment takes; 3 s unless given. */
  readonly delayMs?: number
}

/** Sends signed events to one webhook. */
interface Deliverer {
  /**
   * Resolves when every event was sent once, one after another, or when it is given up. What was not taken (2xx) then is
   * tried again, each event on its own: `retries` resolves when all were taken or given up.
   */
  send(events: readonly StripeEvent[], way: Way): Promise<{ readonly retries: Promise<void> }>
  /** Waits as a delayed payment method does. */
  pause(signal: AbortSignal): Promise<void>
  readonly attempts: readonly Attempt[]
}

/** How, and to which partition, an event goes. The signal gives it up. */
interface Way {
  readonly mode: DeliveryMode
  readonly partition: string | undefined
  readonly signal: AbortSignal
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

  /** Whether the webhook took it. Throws when the event is given up. */
  async function sendOnce(event: StripeEvent, attempt: number, way: Way): Promise<boolean> {
    const { mode, partition, signal } = way
    const payload = JSON.stringify(event, null, 2)
    const seconds = Math.floor(now(partition) / 1000) - (mode === 'stale' ? hour : 0)
    const signature = await signatureFor(payload, { secret: target.secret, timestamp: seconds })
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Stripe/1.0 (stand-in)',
      ...(mode === 'unsigned' ? {} : { 'stripe-signature': signature }),
    }
    // A webhook in this process does not see the signal, so it is asked here, at the last moment.
    signal.throwIfAborted()
    const url = target.url(partition)
    if (url === undefined) return true
    const at = now(partition)
    let status: number | undefined
    try {
      const response = await send(
        new Request(url, { method: 'POST', headers, body: payload, signal, redirect: 'manual' }),
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

  async function tryAgain(event: StripeEvent, way: Way): Promise<void> {
    for (const [index, pause] of backoffMs.entries()) {
      await wait(pause, way.signal)
      if (await sendOnce(event, index + 2, way)) return
    }
  }

  return {
    attempts,
    send: async (events, way) => {
      if (way.mode === 'dropped') return { retries: Promise.resolve() }
      if (way.mode === 'delayed') await wait(delayMs, way.signal)
      const refused: StripeEvent[] = []
      for (const event of arranged(events, way.mode, random)) {
        if (!(await sendOnce(event, 1, way))) refused.push(event)
      }
      return { retries: Promise.all(refused.map((event) => tryAgain(event, way))).then(() => undefined) }
    },
    pause: (signal) => wait(delayMs, signal),
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
