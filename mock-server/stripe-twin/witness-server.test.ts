import { Stripe } from 'stripe'
import { afterEach, describe, expect, it } from 'vitest'
import { startTwinServer, type TwinServer } from './witness-server.ts'

let server: TwinServer | undefined

afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('startTwinServer', () => {
  it('is reached by the stripe package over HTTP, through host, port and protocol', async () => {
    server = await startTwinServer()
    const { hostname, port, protocol } = new URL(server.origin)
    expect(protocol).toBe('http:')
    const stripe = new Stripe('sk_test_over_http', {
      host: hostname,
      port,
      protocol: 'http',
      maxNetworkRetries: 0,
    })
    const session = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        success_url: 'https://shop.example/done',
        line_items: [
          { quantity: 1, price_data: { currency: 'usd', unit_amount: 900, product_data: { name: 'Pass' } } },
        ],
      },
      { idempotencyKey: 'over-http' },
    )
    await stripe.paymentIntents.create({ amount: 1, currency: 'usd' })
    expect(session.amount_total).toBe(900)
    const host = `127.0.0.1:${port}`
    expect(server.twin.calls).toMatchObject([
      {
        operation: 'checkout.sessions.create',
        host,
        idempotencyKey: 'over-http',
        keyMode: 'test',
        status: 200,
      },
      { operation: 'payment_intents.create', host, mutating: true },
    ])
  })

  it('creates sessions by the clock of the webhook that it sends their events to', async () => {
    const webhook = { url: () => 'http://127.0.0.1:1/', secret: 'whsec_clock', now: () => 2_000_000_000_000 }
    server = await startTwinServer({ webhook })
    const answered = await fetch(`${server.origin}/v1/checkout/sessions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_clock' },
      body: new URLSearchParams({ mode: 'setup', success_url: 'https://shop.example/done' }),
    })
    const { created, url } = (await answered.json()) as Stripe.Checkout.Session
    expect(created).toBe(2_000_000_000)
    expect((await fetch(url ?? '')).status).toBe(200)
  })

  it('refuses to listen for other machines unless that is said', async () => {
    await expect(startTwinServer({ host: '0.0.0.0' })).rejects.toThrow(/loopback only, not on 0\.0\.0\.0/)
    server = await startTwinServer({ host: '0.0.0.0', allowNonLoopback: true })
    expect(server.port).toBeGreaterThan(0)
  })

  it('sends browsers to its pay pages by the address that they see', async () => {
    const webhook = { url: () => undefined, secret: 'whsec_none' }
    server = await startTwinServer({ webhook, publicOrigin: (port) => `http://phone.test:${port}` })
    const made = await fetch(`${server.origin}/v1/checkout/sessions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_seen' },
      body: new URLSearchParams({ mode: 'setup', success_url: 'https://shop.example/done' }),
    })
    expect(await made.json()).toMatchObject({
      url: expect.stringContaining(`http://phone.test:${server.port}/c/pay/`) as string,
    })
    expect(server.payOrigin).toBe(`http://phone.test:${server.port}`)
  })

  it('rejects for a port that is taken', async () => {
    server = await startTwinServer()
    await expect(startTwinServer({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('ends its connections when closed, twice if need be', async () => {
    server = await startTwinServer()
    const { origin, close } = server
    await fetch(`${origin}/v1/balance`).then((response) => response.text())
    await Promise.all([close(), close()])
    await expect(fetch(`${origin}/v1/balance`)).rejects.toThrow()
  })
})
