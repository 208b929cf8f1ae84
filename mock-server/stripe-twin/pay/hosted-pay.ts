import type { CheckoutSession } from '../checkout-session.ts'
import type { EventOptions, StripeEvent } from '../events.ts'
import type { Random } from '../ids.ts'
import type { TwinSessions } from '../sessions.ts'
import { act, payActions, type PayAction, type PayResult } from './actions.ts'
import {
  createDeliverer,
  deliveryModes,
  type Attempt,
  type DeliveryMode,
  type WebhookTarget,
} from './deliver.ts'
import { challengePage, overPage, payPage, plainPage } from './page.ts'

interface HostedPayOptions {
  readonly sessions: TwinSessions
  readonly webhook: WebhookTarget
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly random: Random
  /** The partition that a session belongs to; none unless given. */
  readonly partitionOf?: (sessionId: string) => string | undefined
}

interface PressOptions {
  /** A test card's number; one that succeeds unless given. */
  readonly card?: string
  readonly email?: string
  readonly delivery?: DeliveryMode
}

/** What pressing a button led to. */
export interface Pressed {
  readonly next: PayResult['next']
  /** Why the buyer has to try again. */
  readonly message?: string
  /**
   * Resolves when the webhook has taken the events, or they were given up. Events that no webhook can take (`unsigned`,
   * `stale`) are waited for once; they are tried again all the same, as Stripe does.
   */
  readonly delivered: Promise<void>
}

/** The twin's own pay pages under `/c/pay/`, with the webhooks that paying causes. */
export interface HostedPay {
  /** Answers for the pay pages; undefined for any other path. */
  fetch(this: void, request: Request): Promise<Response | undefined>
  readonly attempts: readonly Attempt[]
  /** Presses a button of an open session's page. Throws RangeError for a session that is unknown or over. */
  press(this: void, sessionId: string, action: PayAction, options?: PressOptions): Pressed
  /** The events that a session has caused, the newest last; old ones are forgotten. */
  sent(this: void, sessionId: string): readonly StripeEvent[]
  /** Sends an event again, signed anew. Throws RangeError for one that was never sent, or is forgotten. */
  redeliver(this: void, eventId: string, delivery?: DeliveryMode): Promise<void>
  /** Resolves when nothing is under way any more. */
  settled(this: void): Promise<void>
  /** Gives up what is under way for these partitions: their callers have begun anew. Resolves when it has ended. */
  cancel(this: void, of: (partition: string | undefined) => boolean): Promise<void>
  /** Gives up what is under way, and sends nothing more. */
  close(this: void): Promise<void>
}

/** Deliveries under way for one partition, with the way to give them up. */
interface Task {
  readonly partition: string | undefined
  readonly ending: AbortController
}

const keptEvents = 1_000
const hopeless: ReadonlySet<DeliveryMode> = new Set(['unsigned', 'stale'])
const goodCard = '4242424242424242'

export function createHostedPay({
  sessions,
  webhook,
  now,
  random,
  partitionOf = () => undefined,
}: HostedPayOptions): HostedPay {
  const deliverer = createDeliverer(webhook, { now, random })
  const underWay = new Map<Promise<void>, Task>()
  const sent: { readonly session: string; readonly event: StripeEvent }[] = []
  let closed = false

  function taskFor(session: string): Task {
    const task = { partition: partitionOf(session), ending: new AbortController() }
    if (closed) task.ending.abort()
    return task
  }

  function inBackground(task: Task, work: Promise<void>): Promise<void> {
    // A delivery that fails is in the attempts; one that was given up is meant to be.
    const done = work.catch(() => undefined).finally(() => underWay.delete(done))
    underWay.set(done, task)
    return done
  }

  /** Resolves when all was sent once; `retries` then tells what to wait for beyond that. */
  async function deliver(task: Task, mode: DeliveryMode, events: readonly StripeEvent[]) {
    const { partition, ending } = task
    const { retries } = await deliverer.send(events, { mode, partition, signal: ending.signal })
    const done = inBackground(task, retries)
    return { retries: hopeless.has(mode) ? undefined : done }
  }

  async function announce(task: Task, id: string, result: PayResult, mode: DeliveryMode): Promise<void> {
    const { events, later } = result
    const send = (some: readonly StripeEvent[]) => {
      sent.push(...some.map((event) => ({ session: id, event })))
      sent.splice(0, sent.length - keptEvents)
      return deliver(task, mode, some)
    }
    const first = later === undefined || mode !== 'reordered' ? await send(events) : undefined
    if (later !== undefined) {
      await deliverer.pause(task.ending.signal)
      await (
        await send(mode === 'reordered' ? [...events, ...later()] : later())
      ).retries
    }
    await first?.retries
  }

  function carryOut(session: CheckoutSession, action: PayAction, options: PressOptions): Pressed {
    const clock = webhook.now ?? now
    const event = (): EventOptions => ({ random, created: Math.floor(clock(partitionOf(session.id)) / 1000) })
    const fields = { card: options.card ?? goodCard, email: options.email }
    const result = act(action, session, fields, { sessions, event })
    const task = taskFor(session.id)
    const delivered = inBackground(task, announce(task, session.id, result, options.delivery ?? 'normal'))
    return {
      next: result.next,
      delivered,
      ...(result.message === undefined ? {} : { message: result.message }),
    }
  }

  async function submit(session: CheckoutSession, form: FormData): Promise<Response> {
    const action = payActions.find((known) => known === form.get('action'))
    if (action === undefined) return page(400, plainPage('Nothing done', 'The form names no action.'))
    const delivery = deliveryModes.find((known) => known === form.get('delivery')) ?? 'normal'
    const entries = { email: textIn(form, 'email'), card: textIn(form, 'card'), delivery }
    const { email, ...chosen } = entries
    const result = carryOut(session, action, email === '' ? chosen : entries)
    switch (result.next) {
      case 'challenge':
        return page(200, challengePage(session, entries))
      case 'page':
        return page(402, payPage(session, { ...entries, message: result.message ?? '' }))
      case 'back':
        return away(session, session.cancel_url)
      case 'done':
        return away(session, session.success_url)
    }
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay.keys())
  }

  async function cancel(of: (partition: string | undefined) => boolean): Promise<void> {
    const over = [...underWay].filter(([, { partition }]) => of(partition))
    for (const [, { ending }] of over) ending.abort()
    await Promise.all(over.map(([done]) => done))
  }

  return {
    attempts: deliverer.attempts,
    fetch: async (request) => {
      const id = /^\/c\/pay\/(\w+)$/.exec(new URL(request.url).pathname)?.[1]
      if (id === undefined) return undefined
      const session = sessions.get(id)
      if (session === undefined)
        return page(404, plainPage('Not found', 'There is no such checkout session.'))
      if (session.status !== 'open') return page(410, overPage(session))
      if (request.method === 'POST') return submit(session, await formOf(request))
      return page(200, payPage(session))
    },
    press: (sessionId, action, options = {}) => {
      const session = sessions.get(sessionId)
      if (session === undefined) throw new RangeError('the twin has no such checkout session')
      if (session.status !== 'open') throw new RangeError(`the checkout session is ${session.status} already`)
      return carryOut(session, action, options)
    },
    sent: (sessionId) => sent.filter(({ session }) => session === sessionId).map(({ event }) => event),
    redeliver: async (eventId, delivery = 'normal') => {
      const found = sent.findLast(({ event }) => event.id === eventId)
      if (found === undefined) throw new RangeError('the twin has sent no such event, or has forgotten it')
      const task = taskFor(found.session)
      const send = async () => (await deliver(task, delivery, [found.event])).retries
      await inBackground(task, send())
    },
    settled,
    cancel,
    close: async () => {
      closed = true
      await cancel(() => true)
      await settled()
    },
  }
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    return new FormData()
  }
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Back to the shop. Stripe fills in the session's id where the address asks for it. */
async function away(session: CheckoutSession, url: string | null): Promise<Response> {
  if (url === null) return page(200, plainPage('Done', 'You can close this page.'))
  return new Response(null, {
    status: 303,
    headers: { ...safety, location: url.replaceAll('{CHECKOUT_SESSION_ID}', session.id) },
  })
}

const safety = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

async function page(status: number, markup: Promise<string>): Promise<Response> {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
  return new Response(await markup, {
    status,
    headers: { ...safety, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })
}
