import type { CheckoutSession } from '../checkout-session.ts'
import { sessionEvent, type EventOptions, type StripeEvent } from '../events.ts'
import type { Random } from '../ids.ts'
import type { HeldSession, TwinSessions } from '../sessions.ts'
import { act, payActions, type PayAction, type PayResult } from './actions.ts'
import {
  createDeliverer,
  deliveryModes,
  type Attempt,
  type DeliveryMode,
  type WebhookTarget,
} from './deliver.ts'
import { away, formOf, page, textIn } from './exchange.ts'
import { challengePage, overPage, payPage, plainPage } from './page.ts'

interface HostedPayOptions {
  readonly sessions: TwinSessions
  readonly webhook: WebhookTarget
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly random: Random
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

interface SentEvent {
  readonly session: string
  readonly event: StripeEvent
}

/** Sessions as a twin had them. It holds private values. */
export interface KeptSessions {
  readonly held: readonly HeldSession[]
  readonly sent: readonly SentEvent[]
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
  /** These sessions as they are, with the events that they have caused; what the twin does not know is left out. */
  keep(this: void, sessionIds: readonly string[]): KeptSessions
  /** Puts sessions back as they were kept: what became of them since then has not happened. */
  putBack(this: void, kept: KeptSessions): void
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

export function createHostedPay({ sessions, webhook, now, random }: HostedPayOptions): HostedPay {
  const { partitionOf } = sessions
  const clock = webhook.now ?? now
  const deliverer = createDeliverer(webhook, { now, random })
  const underWay = new Map<Promise<void>, Task>()
  let sent: readonly SentEvent[] = []
  let closed = false
  const stopListening = sessions.onTimeOver((session) => {
    const event = sessionEvent('checkout.session.expired', session, optionsFor(session.id))
    const task = taskFor(session.id)
    void inBackground(task, announce(task, session.id, { next: 'back', events: [event] }, 'normal'))
  })

  function optionsFor(id: string): EventOptions {
    return { random, created: Math.floor(clock(partitionOf(id)) / 1000) }
  }

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
      sent = [...sent, ...some.map((event) => ({ session: id, event }))].slice(-keptEvents)
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
    const event = () => optionsFor(session.id)
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
    keep: (ids) => ({
      held: sessions.keep(ids),
      sent: sent.filter(({ session }) => ids.includes(session)),
    }),
    putBack: (kept) => {
      const ids = new Set(kept.held.map(({ session }) => session.id))
      sessions.putBack(kept.held)
      sent = [...sent.filter(({ session }) => !ids.has(session)), ...kept.sent].slice(-keptEvents)
    },
    settled,
    cancel,
    close: async () => {
      stopListening()
      closed = true
      await cancel(() => true)
      await settled()
    },
  }
}
