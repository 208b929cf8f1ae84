import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDatabaseServer, type DatabaseServer } from '../store/postgres/server.fixture.ts'
import { readArguments, UsageError } from './arguments.ts'
import { greeting } from './greeting.ts'
import { startMock } from './start.ts'

let server: DatabaseServer
let address: string

beforeAll(async () => {
  server = await startDatabaseServer()
  address = await server.database()
})
afterAll(() => server.stop())

const read = (store: string) =>
  readArguments(['--port', '0', '--store', store], { DATABASE: address }, () => undefined)

it('keeps its state in memory unless told otherwise', () => {
  expect(read('memory').store).toBeUndefined()
  expect(readArguments([], {}, () => undefined).store).toBeUndefined()
})

it('keeps its state in the database over a restart, and shows where without the password', async () => {
  const starts: unknown[] = []
  for (const store of [address, 'env:DATABASE']) {
    const mock = await startMock(read(store))
    const { routes, texts } = mock.contract
    const response = await fetch(`${mock.origin}${routes.checkout}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: 'k' }),
    })
    starts.push(await response.json())
    const { password, host, pathname } = new URL(address)
    expect(password).not.toBe('')
    expect(greeting(mock, [])).toContain(`Store    postgres://gateway:***@${host}${pathname}`)
    expect(greeting(mock, []) + JSON.stringify(mock.store)).not.toContain(password)
    await mock.close()
  }
  const [first, second] = starts
  expect(first).toMatchObject({ duplicate: false })
  expect(second).toMatchObject({ duplicate: true })
  expect(idOf(second)).toBe(idOf(first))
})

it.each([
  ['another password', (good: string) => good.replace(/:[^:@]+@/, ':wr0ng@'), 'user or password is wrong'],
  ['another database', (good: string) => `${good}_gone`, 'there is no such database'],
  ['another port', (good: string) => good.replace(/:\d+\//, ':1/'), 'nothing listens there'],
])('ends with the flag and the reason for %s, without the password', async (_, change, reason) => {
  const started = startMock(read(change(address)))
  await expect(started).rejects.toThrow(UsageError)
  await expect(started).rejects.toThrow(/^--store: postgres:\/\/gateway:\*\*\*@127\.0\.0\.1/)
  await expect(started).rejects.toThrow(reason)
  await expect(started).rejects.not.toThrow('wr0ng')
})

it.each(['postgres://me:wr0ng@db.test', 'redis://me:wr0ng@db.test/0', 'postgres://me:wr0/ng@db.test/shop'])(
  'refuses %s without repeating it',
  (store) => {
    expect(() => read(store)).toThrow(UsageError)
    expect(() => read(store)).toThrow(/^--store (is|names) no/)
    expect(() => read(store)).not.toThrow(/wr0|me:/)
  },
)

function idOf(started: unknown): unknown {
  return typeof started === 'object' && started !== null && Reflect.get(started, 'checkoutIntentId')
}
