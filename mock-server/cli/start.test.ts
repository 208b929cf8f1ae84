import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'
import { greeting, tries } from './greeting.ts'
import { startMock, type RunningMock } from './start.ts'

let mock: RunningMock

beforeEach(async () => {
  mock = await startMock(readArguments(['--port', '0'], {}, () => undefined))
})

afterEach(() => mock.close())

async function json(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(`${mock.origin}${path}`, init)
  const body: unknown = await response.json()
  return Object.fromEntries(Object.entries(body ?? {}))
}

async function startCheckout(): Promise<string> {
  const { routes, texts } = mock.contract
  const started = await json(routes.checkout, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: crypto.randomUUID() }),
  })
  return String(started['checkoutIntentId'])
}

async function press(intent: string, action: string): Promise<Response> {
  const redirect = await fetch(`${mock.origin}${mock.contract.routes.checkout}/redirect/${intent}`, {
    redirect: 'manual',
  })
  const page = redirect.headers.get('location') ?? ''
  const form = await (await fetch(page)).text()
  expect(form).toContain(`value="${action}"`)
  const body = new URLSearchParams({ action, card: '4242 4242 4242 4242' })
  const pressed = await fetch(page, { method: 'POST', body, redirect: 'manual' })
  await mock.twin?.pay?.settled()
  return pressed
}

describe('startMock', () => {
  it('lets a browser walk from the start over the twin’s pay page to an eligible checkout', async () => {
    const { routes } = mock.contract
    const intent = await startCheckout()
    const back = await press(intent, 'pay')
    expect(back.status).toBe(303)
    const shop = new URL(back.headers.get('location') ?? '')
    expect(shop.origin + shop.pathname).toBe(`${mock.origin}${routes.success}`)
    expect(shop.searchParams.get('checkout_intent_id')).toBe(intent)
    expect(await json(`${routes.decisions}?checkoutIntentId=${intent}`)).toMatchObject({
      checkout: { status: 'paid', eligible: true },
    })
    expect(mock.twin?.pay?.attempts.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(mock.twin?.twin.calls.map(({ operation }) => operation)).toEqual(['checkout.sessions.create'])
  })

  it('closes the checkout when the session expires', async () => {
    const intent = await startCheckout()
    await press(intent, 'expire')
    expect(await json(`${mock.contract.routes.decisions}?checkoutIntentId=${intent}`)).toMatchObject({
      checkout: { status: 'expired', eligible: false },
    })
  })

  it('points to the pay page only when the twin is there', async () => {
    expect(tries(mock)).toHaveLength(4)
    expect(tries({ ...mock, twin: undefined })).toHaveLength(3)
    expect(greeting(mock, ['some-defect'])).toContain('Defects  some-defect')
    expect(greeting(mock, [])).not.toContain('Defects')
    expect(greeting({ ...mock, exposed: true }, [])).toContain('WARNING')
    expect(greeting(mock, [])).not.toContain('WARNING')
  })
})
