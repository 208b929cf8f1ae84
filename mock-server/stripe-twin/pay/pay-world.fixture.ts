import type { Stripe } from 'stripe'
import { createSession } from '../checkout-session.ts'
import { seededRandom } from '../ids.ts'
import { createSessions } from '../sessions.ts'
import { createHostedPay } from './hosted-pay.ts'

export const secret = 'whsec_pay_page'
/** Milliseconds: when every such world begins. */
export const start = 1_780_000_000_000

/** One webhook as it came. */
export interface Received {
  readonly event: Stripe.Event
  readonly signature: string | null
  readonly payload: string
}

/** One open session with its pay page, a webhook that notes what comes, and a clock that waiting moves. */
export function createPayWorld({ unitAmount = 2800 } = {}) {
  const clock = { now: start }
  const received: Received[] = []
  /** What the webhook answers next; 200 when there is nothing more. */
  const answers: (number | 'broken')[] = []
  const waits: number[] = []
  const random = seededRandom(11)
  const sessions = createSessions({ random, clockOf: () => clock.now })
  const params = {
    mode: 'payment',
    success_url: 'https://shop.example/done?i=1&session_id={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://shop.example/back',
    client_reference_id: 'intent-1',
    metadata: { checkout_intent_id: 'intent-1', note: '<b>"x"' },
    customer_email: '"><script>alert(1)</script>@example.test',
    line_items: [{ price: 'p', quantity: '1' }],
  }
  const prices = { p: { unitAmount, currency: 'jpy' } }
  const session = createSession(params, { now: start / 1000, random, prices, publicOrigin: undefined })
  sessions.add(session)
  const pay = createHostedPay({
    sessions,
    random,
    now: () => clock.now,
    webhook: {
      url: () => 'http://gateway.test/hook',
      secret,
      backoffMs: [1000, 5000],
      delayMs: 3000,
      wait: async (ms, signal) => {
        signal.throwIfAborted()
        waits.push(ms)
        clock.now += ms
      },
      fetch: async (request) => {
        const payload = await request.text()
        const event = JSON.parse(payload) as Stripe.Event
        received.push({ event, payload, signature: request.headers.get('stripe-signature') })
        const answer = answers.shift() ?? 200
        if (answer === 'broken') throw new TypeError('broken')
        return new Response('', { status: answer })
      },
    },
  })

  async function ask(
    method: 'GET' | 'POST',
    fields: Readonly<Record<string, string>> = {},
    id = session.id,
  ): Promise<Response> {
    const body = method === 'POST' ? { body: new URLSearchParams(fields) } : {}
    const response = await pay.fetch(new Request(`http://twin.test/c/pay/${id}`, { method, ...body }))
    await pay.settled()
    if (response === undefined) throw new Error('the pay page did not answer')
    return response
  }

  return {
    id: session.id,
    clock,
    received,
    answers,
    waits,
    sessions,
    pay,
    ask,
    /** Presses a button of the page, and waits for the webhooks that it causes. */
    press: (action: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> =>
      ask('POST', { action, card: '4242424242424242', email: 'buyer@example.test', ...fields }),
    types: (): string[] => received.map(({ event }) => event.type),
    /** The last word of each session event's type, with the payment status that it tells. */
    sessionStates: (): readonly (readonly [string, unknown])[] =>
      received
        .map(({ event }) => event)
        .filter((event) => event.type.startsWith('checkout.session.'))
        .map((event) => [
          event.type.slice('checkout.session.'.length),
          Reflect.get(event.data.object, 'payment_status'),
        ]),
  }
}

export type PayWorld = ReturnType<typeof createPayWorld>
