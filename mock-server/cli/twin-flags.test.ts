import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { Stripe } from 'stripe'
import { afterEach, expect, test } from 'vitest'
import { readArguments, UsageError } from './arguments.ts'
import { greeting } from './greeting.ts'
import { startMock, type RunningMock } from './start.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function begin(...args: readonly string[]): Promise<RunningMock> {
  const mock = await startMock(readArguments(['--port', '0', ...args], {}, () => undefined))
  closing.push(mock.close)
  return mock
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(async () => server.close())
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

/** Starts a checkout; resolves with its id and the address that its redirect leads to. */
async function startCheckout({ contract, origin }: RunningMock, from = origin) {
  const { routes, texts } = contract
  const response = await fetch(from + routes.checkout, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: 'k' }),
  })
  const { checkoutIntentId } = (await response.json()) as { checkoutIntentId: string }
  const path = `${routes.checkout}/redirect/${checkoutIntentId}`
  const redirect = await fetch(from + path, { redirect: 'manual' })
  return { checkoutIntentId, payPage: redirect.headers.get('location') ?? '' }
}

test('who reaches the gateway over the network reaches the pay page, too', async () => {
  const mock = await begin('--host', '0.0.0.0')
  const { networkOrigin = mock.origin } = mock
  const { payPage } = await startCheckout(mock, networkOrigin)
  expect(new URL(payPage).hostname).toBe(new URL(networkOrigin).hostname)
  expect((await fetch(payPage)).status).toBe(200)
  expect(greeting(mock, [])).toContain(networkOrigin)
  expect(greeting(mock, [])).not.toContain('0.0.0.0')
})

test('the pay pages are where --twin-port and --twin-origin say', async () => {
  const mock = await begin('--twin-origin', 'http://pay.test:8080')
  expect((await startCheckout(mock)).payPage).toMatch(/^http:\/\/pay\.test:8080\/c\/pay\//)
  expect(greeting(mock, [])).toContain('http://pay.test:8080')
  const taken = await listen(createServer())
  const second = begin('--twin-port', String(taken))
  await expect(second).rejects.toThrow(UsageError)
  await expect(second).rejects.toThrow(`--twin-port: 127.0.0.1:${taken} is in use`)
})

test('--webhook-url gets the signed events, again after a failure, in place of the gateway', async () => {
  const statuses = [500]
  const got: { readonly payload: string; readonly signature: string }[] = []
  const port = await listen(
    createServer((request, response) => {
      void text(request).then((payload) => {
        got.push({ payload, signature: String(request.headers['stripe-signature']) })
        response.writeHead(statuses.shift() ?? 200).end()
      })
    }),
  )
  const url = `http://127.0.0.1:${port}/hook`
  const mock = await begin('--webhook-url', url, '--webhook-secret', 'whsec_mine', '--retry-after', '0.01')
  const { checkoutIntentId, payPage } = await startCheckout(mock)
  const card = new URLSearchParams({ action: 'pay', card: '4242424242424242' })
  await fetch(payPage, { method: 'POST', body: card, redirect: 'manual' })
  await mock.twin?.pay?.settled()
  const events = got.map(({ payload, signature }) =>
    Stripe.webhooks.constructEvent(payload, signature, 'whsec_mine'),
  )
  expect(events.map(({ type }) => type)).toEqual([
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.succeeded',
  ])
  const { decisions } = mock.contract.routes
  const read = await fetch(`${mock.origin}${decisions}?checkoutIntentId=${checkoutIntentId}`)
  expect(await read.json()).toMatchObject({ checkout: { status: 'stripe_session_created' } })
  expect(greeting(mock, [])).toContain(`Events   ${url}`)
})
