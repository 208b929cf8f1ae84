import { expect, test } from 'vitest'
import type { KeyRecord } from '../domain/records.ts'
import { UniqueViolation, type Store } from './store.ts'

export const key = (id: string, recordId = 'r'): KeyRecord => ({ id, fingerprint: 'f', recordId })

/** Adds one to a counter that is kept in a row, as a read and a write in one transaction. */
export const raise = (store: Store, id: string): Promise<void> =>
  store.transaction(async (tx) => {
    const before = Number((await tx.keys.get(id))?.recordId ?? '0')
    await new Promise((resolve) => setImmediate(resolve))
    await tx.keys.put(key(id, String(before + 1)))
  })

/** What holds of every store's transactions; `open` gives a test an empty one. */
export function transactionsHold(open: () => Store): void {
  test('a transaction that throws leaves nothing behind, and the next one runs', async () => {
    const store = open()
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
    const store = open()
    await store.transaction(async (tx) => {
      await tx.keys.add(key('a'))
      expect(await tx.keys.get('a')).toEqual(key('a'))
      expect(await tx.keys.all()).toEqual([key('a')])
      expect(await store.read((other) => other.keys.get('a'))).toBeUndefined()
    })
    expect(await store.read((tx) => tx.keys.get('a'))).toEqual(key('a'))
  })

  test('an id is added once, also within one transaction, which may go on', async () => {
    const store = open()
    await store.transaction((tx) => tx.keys.add(key('a', 'first')))
    await expect(store.transaction((tx) => tx.keys.add(key('a', 'second')))).rejects.toThrow(UniqueViolation)
    await store.transaction(async (tx) => {
      await tx.keys.add(key('b'))
      await expect(tx.keys.add(key('b', 'again'))).rejects.toThrow(UniqueViolation)
    })
    expect(await store.read((tx) => tx.keys.all())).toEqual([key('a', 'first'), key('b')])
    const givenUp = store.transaction(async (tx) => {
      await tx.keys.add(key('c'))
      await tx.keys.add(key('c'))
    })
    await expect(givenUp).rejects.toThrow(UniqueViolation)
    expect(await store.read((tx) => tx.keys.get('c'))).toBeUndefined()
  })

  test('a removed row is gone, to its own transaction first and to all after it, and its id is free again', async () => {
    const store = open()
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

  test('rows keep the order in which they came', async () => {
    const store = open()
    for (const id of ['c', 'a', 'b']) await store.transaction((tx) => tx.keys.add(key(id)))
    await store.transaction(async (tx) => {
      await tx.keys.put(key('c', 'changed'))
      await tx.keys.remove('a')
      await tx.keys.add(key('a'))
    })
    expect((await store.read((tx) => tx.keys.all())).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  test('read, wait and write loses nothing where many do it at once', async () => {
    const store = open()
    await Promise.all(Array.from({ length: 20 }, () => raise(store, 'n')))
    expect((await store.read((tx) => tx.keys.get('n')))?.recordId).toBe('20')
  })
}
