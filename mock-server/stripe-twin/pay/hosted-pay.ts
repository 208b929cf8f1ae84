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
import { challengePage, payPage, plainPage } from './page.ts'

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

/** What pressing a button led to. `delivered` resolves when the webhook has taken its events, or they were given up. */
export interface Pressed {
  readonly next: PayResult['next']
  /** Why the buyer has to try again. */
  readonly message?: string
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
  /** Gives up what is under way. */
  close(this: void): Promise<void>
}

const keptEvents = 1_000
const goodCard = '4242424242424242'

export function createHostedPay({ sessions, webhook, now, random }: HostedPayOptions): HostedPay {
  const { partitionOf } = sessions
  const clock = webhook.now ?? now
  const deliverer = createDeliverer(webhook, { now, random })
  const underWay = new Set<Promise<void>>()
  let sent: readonly SentEvent[] = []
  const stopListening = sessions.onTimeOver((session) => {
    const event = sessionEvent('checkout.session.expired', session, optionsFor(session.id))
    void inBackground(announce(session.id, { next: 'back', events: [event] }, 'normal'))
  })

  function optionsFor(id: string): EventOptions {
    return { random, created: Math.floor(clock(partitionOf(id)) / 1000) }
  }

  function inBackground(work: Promise<void>): Promise<void> {
    // A delivery that fails is in the attempts; one that was given up is meant to be.
    const done = work.catch(() => undefined).finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }

  async function announce(id: string, result: PayResult, mode: DeliveryMode): Promise<void> {
    const { events, later } = result
    const send = (some: readonly StripeEvent[]): Promise<void> => {
      sent = [...sent, ...some.map((event) => ({ session: id, event }))].slice(-keptEvents)
      return deliverer.send(some, mode, partitionOf(id))
    }
    if (later === undefined) return send(events)
    if (mode !== 'reordered') await send(events)
    await deliverer.pause()
    await send(mode === 'reordered' ? [...events, ...later()] : later())
  }

  function carryOut(session: CheckoutSession, action: PayAction, options: PressOptions): Pressed {
    const event = () => optionsFor(session.id)
    const fields = { card: options.card ?? goodCard, email: options.email }
    const result = act(action, session, fields, { sessions, event })
    const delivered = inBackground(announce(session.id, result, options.delivery ?? 'normal'))
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
    const email = textIn(form, 'email')
    const chosen = { card: textIn(form, 'card'), delivery, ...(email === '' ? {} : { email }) }
    const result = carryOut(session, action, chosen)
    switch (result.next) {
      case 'challenge':
        return page(200, challengePage(session, { email, delivery }))
      case 'page':
        return page(402, payPage(session, result.message))
      case 'back':
        return away(session, session.cancel_url)
      case 'done':
        return away(session, session.success_url)
    }
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return {
    attempts: deliverer.attempts,
    fetch: async (request) => {
      const id = /^\/c\/pay\/(\w+)$/.exec(new URL(request.url).pathname)?.[1]
      if (id === undefined) return undefined
      const session = sessions.get(id)
      if (session === undefined)
        return page(404, plainPage('Not found', 'There is no such checkout session.'))
      if (session.status !== 'open') {
        return page(410, plainPage('Over', `This checkout session is ${session.status}.`))
      }
      if (request.method === 'POST') return submit(session, await formOf(request))
      return page(200, payPage(session, undefined))
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
      return inBackground(deliverer.send([found.event], delivery, partitionOf(found.session)))
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
    close: async () => {
      stopListening()
      deliverer.stop()
      await settled()
    },
  }
}
