import { expect, test } from 'vitest'
import { createMemoryStore } from './memory.ts'
import { readRows, replaceRows } from './rows.ts'
import { scopedStore } from './scoped.ts'
import { UniqueViolation, type RowOf } from './store.ts'

const key = (id: string, recordId = 'r') => ({ id, fingerprint: 'f', recordId })
const event = (id: string) => ({ id, type: 't', receivedAt: 1 })

test('what was read can be put back, and what came later is gone', async () => {
  const store = createMemoryStore()
  await store.transaction(async (tx) => {
    await tx.keys.add(key('a', 'before'))
    await tx.events.add(event('e'))
  })
  const rows = await readRows(store)
  await store.transaction(async (tx) => {
    await tx.keys.put(key('a', 'after'))
    await tx.keys.add(key('b'))
    await tx.events.remove('e')
  })
  await replaceRows(store, rows)
  expect(await readRows(store)).toEqual(rows)
  await replaceRows(store, {})
  expect((await readRows(store)).keys).toEqual([])
})

test('all tables are read in one view, whatever is written meanwhile', async () => {
  const store = createMemoryStore()
  const reading = readRows(store)
  const writing = store.transaction(async (tx) => {
    await tx.clicks.add({ id: 'c' } as RowOf<'clicks'>)
    await tx.keys.add(key('of-c', 'c'))
  })
  const [{ clicks, keys }] = await Promise.all([reading, writing])
  expect(keys).toHaveLength(clicks.length)
})

test('two scopes of one store never meet', async () => {
  const store = createMemoryStore()
  const [a, ab] = [scopedStore(store, 'a'), scopedStore(store, 'ab')]
  await a.transaction((tx) => tx.keys.add(key('same', 'of a')))
  await ab.transaction((tx) => tx.keys.add(key('same', 'of ab')))
  expect(await a.read((tx) => tx.keys.get('same'))).toEqual(key('same', 'of a'))
  expect(await ab.read((tx) => tx.keys.all())).toEqual([key('same', 'of ab')])
  await expect(a.transaction((tx) => tx.keys.add(key('same')))).rejects.toThrow(UniqueViolation)
  await replaceRows(a, {})
  expect(await a.read((tx) => tx.keys.all())).toEqual([])
  expect(await ab.read((tx) => tx.keys.all())).toHaveLength(1)
})
