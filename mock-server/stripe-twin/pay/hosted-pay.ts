import type { CheckoutSession } from '../checkout-session.ts'
import type { EventOptions, StripeEvent } from '../events.ts'
import type { Random } from '../ids.ts'
import type { TwinSessions } from '../sessions.ts'
import { act, payActions, type PayAction } from './actions.ts'
import {
  createDeliverer,
  deliveryModes,
  type Attempt,
  type DeliveryMode,
  type WebhookTarget,
} from './deliver.ts'
import { challengePage, payPage, plainPage } from './page.ts'

interface HostedPayOptions {
  readonly sessions: TwinSessions
  readonly webhook: WebhookTarget
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly random: Random
}

/** The twin's own pay pages under `/c/pay/`, with the webhooks that paying causes. */
export interface HostedPay {
  /** Answers for the pay pages; undefined for any other path. */
  fetch(this: void, request: Request): Promise<Response | undefined>
  readonly attempts: readonly Attempt[]
  /** Resolves when nothing is under way any more. */
  settled(this: void): Promise<void>
  /** Gives up what is under way. */
  close(this: void): Promise<void>
}

export function createHostedPay({ sessions, webhook, now, random }: HostedPayOptions): HostedPay {
  const deliverer = createDeliverer(webhook, { now, random })
  const underWay = new Set<Promise<void>>()
  const event = (): EventOptions => ({ random, created: Math.floor(now() / 1000) })

  function inBackground(work: Promise<void>): void {
    // A delivery that fails is in the attempts; one that was given up is meant to be.
    const done = work.catch(() => undefined).finally(() => underWay.delete(done))
    underWay.add(done)
  }

  async function announce(
    events: readonly StripeEvent[],
    later: (() => readonly StripeEvent[]) | undefined,
    mode: DeliveryMode,
  ): Promise<void> {
    if (later === undefined) return deliverer.send(events, mode)
    if (mode !== 'reordered') await deliverer.send(events, mode)
    await deliverer.pause()
    await deliverer.send(mode === 'reordered' ? [...events, ...later()] : later(), mode)
  }

  async function submit(session: CheckoutSession, form: FormData): Promise<Response> {
    const action = payActions.find((known) => known === form.get('action'))
    if (action === undefined) return page(400, plainPage('Nothing done', 'The form names no action.'))
    const mode = deliveryModes.find((known) => known === form.get('delivery')) ?? 'normal'
    const fields = { card: textIn(form, 'card'), email: textIn(form, 'email') || undefined }
    const result = act(action satisfies PayAction, session, fields, { sessions, event })
    inBackground(announce(result.events, result.later, mode))
    switch (result.next) {
      case 'challenge':
        return page(200, challengePage(session, { email: fields.email ?? '', delivery: mode }))
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
    settled,
    close: async () => {
      deliverer.stop()
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
