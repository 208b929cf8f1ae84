import { afterEach, expect, test } from 'vitest'
import { isFields, type Fields } from '../http/fields.ts'
import { readArguments } from './arguments.ts'
import { greeting } from './greeting.ts'
import { startMock, type RunningMock } from './start.ts'

let mock: RunningMock

afterEach(() => mock.close())

async function begin(...args: readonly string[]): Promise<void> {
  mock = await startMock(readArguments(['--port', '0', ...args], {}, () => undefined))
}

async function post(path: string, body: unknown): Promise<Fields> {
  const response = await fetch(mock.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answered: unknown = await response.json()
  return isFields(answered) ? answered : {}
}

async function startCheckout(base: string): Promise<Fields> {
  const { routes, texts } = mock.contract
  return post(base + routes.checkout, { confirmationText: texts.checkout, idempotencyKey: 'the same key' })
}

test('control is closed unless the command line opens it', async () => {
  await begin()
  expect((await fetch(`${mock.origin}/__control/`)).status).toBe(404)
  expect(greeting(mock, [])).not.toContain('__control')
})

test('--control opens the console, and pays through the twin in each namespace', async () => {
  await begin('--control')
  expect(greeting(mock, [])).toContain(`${mock.origin}/__control/`)
  const page = await fetch(`${mock.origin}/__control/`)
  expect(page.headers.get('content-type')).toContain('text/html')
  for (const base of ['', '/__ns/one', '/__ns/two']) {
    const { checkoutIntentId, duplicate } = await startCheckout(base)
    expect(duplicate).toBe(false)
    expect(await post(`${base}/__control/pay`, { checkoutIntentId })).toMatchObject({
      ok: true,
      checkout: { status: 'paid' },
    })
  }
  expect(mock.twin?.twin.sessions.all()).toHaveLength(3)
})

test('a browser in a namespace comes back to it from the pay page, its clock moved or not', async () => {
  await begin('--control')
  const base = '/__ns/walk'
  await post(`${base}/__control/clock/advance`, { minutes: 90 })
  const { checkoutIntentId, redirect } = await startCheckout(base)
  const url = isFields(redirect) ? String(redirect['url']) : ''
  const toStripe = await fetch(mock.origin + url, { redirect: 'manual' })
  const body = new URLSearchParams({ action: 'pay', card: '4242 4242 4242 4242' })
  const payPage = toStripe.headers.get('location') ?? ''
  const pressed = await fetch(payPage, { method: 'POST', body, redirect: 'manual' })
  expect(pressed.headers.get('location')).toContain(`${mock.origin}${base}${mock.contract.routes.success}?`)
  await mock.twin?.pay?.settled()
  const state = await fetch(
    `${mock.origin}${base}${mock.contract.routes.decisions}?checkoutIntentId=${String(checkoutIntentId)}`,
  )
  expect(await state.json()).toMatchObject({ checkout: { status: 'paid', eligible: true } })
})

test('warns that others can take control when it listens beyond this machine', async () => {
  await begin('--control', '--host', '0.0.0.0')
  expect(greeting(mock, [])).toMatch(/WARNING {2}--control is on/)
})
