import { Client, Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import type { EventRecord } from '../../domain/records.ts'
import type { Store } from '../store.ts'
import { StoreUnavailable, UniqueViolation } from '../store.ts'
import { databaseTables } from './migrations.ts'
import { key, raise, transactionsHold } from '../transactions.fixture.ts'
import { databaseAtHand } from './database.fixture.ts'

const { open, address, server } = databaseAtHand()

const event = (id: string): EventRecord => ({ id, type: 't', receivedAt: 1 })

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: address() })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('one replica', () => {
  transactionsHold(open)

  test('a statement that failed unnoticed commits nothing: the transaction runs again', async () => {
    const store = open()
    await store.ready()
    let runs = 0
    await store.transaction(async (tx) => {
      runs += 1
      if (runs === 1) {
        await tx.keys.get('a')
        await raise(store, 'a')
        await raise(store, 'b')
        await tx.keys.put(key('a', 'mine')).catch(() => undefined)
      }
      await tx.keys.add(key('c')).catch(() => undefined)
    })
    expect(runs).toBe(2)
    expect((await store.read((tx) => tx.keys.all())).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('whatever a client sends', () => {
  const texts = [
    '',
    '\u0000',
    '\ud800',
    '\udc00\ud800',
    '😀',
    "'; --",
    '%',
    '"\\',
    'é'.repeat(20_000),
    'é',
    'e\u0301',
  ]

  test.each(['UTF8', 'LATIN1'] as const)('any text is kept and found as it was (%s)', async (encoding) => {
    const store = open({ connectionString: await server().database(encoding) })
    await store.transaction(async (tx) => {
      for (const [at, text] of texts.entries()) await tx.keys.add(key(text, String(at)))
    })
    await store.read(async (tx) => {
      for (const [at, text] of texts.entries()) expect(await tx.keys.get(text)).toEqual(key(text, String(at)))
      expect(await tx.keys.get('\ud801')).toBeUndefined()
    })
  })

  test('nesting without end does not get in the way of an event', async () => {
    const store = open()
    const nested: unknown = JSON.parse(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)
    const row = { ...key('deep'), nested }
    await store.transaction((tx) => tx.keys.add(row))
    expect(await store.read((tx) => tx.keys.get('deep'))).toMatchObject({ ...key('deep'), nested: { a: {} } })
  })
})

describe('several replicas', () => {
  test('read and write loses nothing between them', async () => {
    const replicas = [open(), open(), open(), open()]
    const raised = Array.from({ length: 10 }, () => replicas.map((store) => raise(store, 'n'))).flat()
    await Promise.all(raised)
    expect((await open().read((tx) => tx.keys.get('n')))?.recordId).toBe('40')
  })

  test('of those that ask first, one adds and the others find what it added', async () => {
    const replicas = [open(), open(), open(), open()]
    const ask = (store: Store, own: string) =>
      store.transaction(async (tx) => {
        const known = await tx.keys.get('k')
        if (known !== undefined) return known.recordId
        await tx.keys.add(key('k', own))
        await tx.events.add(event(`of ${own}`))
        return own
      })
    const asked = Array.from({ length: 20 }, (_, at) => ask(replicas[at % 4] ?? open(), String(at)))
    const [winner, ...others] = new Set(await Promise.all(asked))
    expect(others).toEqual([])
    expect(await open().read((tx) => tx.events.all())).toEqual([event(`of ${winner}`)])
  })

  test('of those that do not ask, one adds and the others are told', async () => {
    const adding = [open(), open(), open(), open()].map((store) =>
      store.transaction((tx) => tx.keys.add(key('k'))),
    )
    const outcomes = await Promise.allSettled(adding)
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason).toBeInstanceOf(UniqueViolation)
  })

  test('what two read and only then write cannot both stand (write skew)', async () => {
    const closeIfOpen = (store: Store, mine: string, other: string) =>
      store.transaction(async (tx) => {
        if ((await tx.keys.get(other)) === undefined) await tx.keys.add(key(mine))
      })
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [`a${round}`, `b${round}`]
      await Promise.all([closeIfOpen(open(), a, b), closeIfOpen(open(), b, a)])
      const both = await open().read(async (tx) => [await tx.keys.get(a), await tx.keys.get(b)])
      expect(both.filter((row) => row !== undefined)).toHaveLength(1)
    }
  })

  test('all bring the tables up to date at once, each migration once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => open().ready()))
    expect(await query('SELECT id FROM checkout_gateway.schema_migrations')).toEqual([{ id: '0001-tables' }])
    await raise(open(), 'n')
    await open().ready()
    expect((await open().read((tx) => tx.keys.get('n')))?.recordId).toBe('1')
    const tables = await query("SELECT tablename FROM pg_tables WHERE schemaname = 'checkout_gateway'")
    expect(tables).toHaveLength(Object.keys(databaseTables).length + 1)
  })

  test('may use a pool of the caller, which closing them leaves open', async () => {
    const pool = new Pool({ connectionString: address() })
    const [first, second] = [open({ pool }), open({ pool })]
    await raise(first, 'n')
    await first.close()
    await raise(second, 'n')
    expect((await second.read((tx) => tx.keys.get('n')))?.recordId).toBe('2')
    await pool.end()
    await expect(raise(second, 'n')).rejects.toThrow(StoreUnavailable)
  })

  test('two schemas of one database never meet', async () => {
    const other = open({ connectionString: address(), schema: 'another "one"' })
    await raise(open(), 'n')
    expect(await other.read((tx) => tx.keys.all())).toEqual([])
  })
})
