import { expect, test } from 'vitest'
import { createMemoryStore } from './memory.ts'
import { UniqueViolation } from './store.ts'

const key = (id: string) => ({ id, fingerprint: 'f', recordId: 'r' })

test('a transaction that throws leaves nothing behind, and the next one runs', async () => {
  const store = createMemoryStore()
  const failed = store.transaction(async (tx) => {
    await tx.keys.add(key('a'))
    await tx.events.add({ id: 'e', type: 't', receivedAt: 1 })
    throw new Error('half way')
  })
  await expect(failed).rejects.toThrow('half way')
  expect(await store.read((tx) => tx.keys.get('a'))).toBeUndefined()
  await store.transaction((tx) => tx.keys.add(key('a')))
  expect(await store.read((tx) => tx.keys.get('a'))).toEqual(key('a'))
})

test('a transaction sees its own writes, and nobody else does before the end', async () => {
  const store = createMemoryStore()
  await store.transaction(async (tx) => {
    await tx.keys.add(key('a'))
    expect(await tx.keys.get('a')).toEqual(key('a'))
    expect(await tx.keys.all()).toEqual([key('a')])
    expect(await store.read((other) => other.keys.get('a'))).toBeUndefined()
  })
})

test('an id is added once, also within one transaction', async () => {
  const store = createMemoryStore()
  await store.transaction((tx) => tx.keys.add(key('a')))
  await expect(store.transaction((tx) => tx.keys.add(key('a')))).rejects.toThrow(UniqueViolation)
  const twice = store.transaction(async (tx) => {
    await tx.keys.add(key('b'))
    await tx.keys.add(key('b'))
  })
  await expect(twice).rejects.toThrow(UniqueViolation)
  expect(await store.read((tx) => tx.keys.get('b'))).toBeUndefined()
})

test('transactions run one after another: read, wait and write loses nothing', async () => {
  const store = createMemoryStore()
  const raise = () =>
    store.transaction(async (tx) => {
      const before = Number((await tx.keys.get('n'))?.recordId ?? '0')
      await new Promise((resolve) => setImmediate(resolve))
      await tx.keys.put({ ...key('n'), recordId: String(before + 1) })
    })
  await Promise.all(Array.from({ length: 20 }, raise))
  expect((await store.read((tx) => tx.keys.get('n')))?.recordId).toBe('20')
})

test('a removed row is gone, to its own transaction first and to all after it, and its id is free again', async () => {
  const store = createMemoryStore()
  await store.transaction((tx) => tx.keys.add(key('a')))
  await store.transaction(async (tx) => {
    await tx.keys.remove('a')
    await tx.keys.remove('never there')
    expect(await tx.keys.get('a')).toBeUndefined()
    expect(await tx.keys.all()).toEqual([])
    expect(await store.read((other) => other.keys.get('a'))).toEqual(key('a'))
  })
  expect(await store.read((tx) => tx.keys.all())).toEqual([])
  await store.transaction((tx) => tx.keys.add(key('a')))
  expect(await store.read((tx) => tx.keys.all())).toEqual([key('a')])
})
