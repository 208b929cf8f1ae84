import {
  transactionOf,
  type ReadTable,
  type ReadTransaction,
  type Row,
  type Store,
  type Table,
} from './store.ts'

/**
 * One world's part of a store that several worlds share: each row's id is kept with the scope before it, so that rows
 * of two scopes never meet. Closing it leaves the store open for the others.
 */
export function scopedStore(store: Store, scope: string): Store {
  const prefix = `${scope}/`
  return {
    transaction: (work) =>
      store.transaction((tx) => work(transactionOf((name) => scopedTable(tx[name], prefix)))),
    read: (work) => store.read((tx) => work(scopedView(tx, prefix))),
    close: async () => undefined,
  }
}

function scopedView(tx: ReadTransaction, prefix: string): ReadTransaction {
  return {
    intents: scopedReads(tx.intents, prefix),
    decisions: scopedReads(tx.decisions, prefix),
    clicks: scopedReads(tx.clicks, prefix),
    attributions: scopedReads(tx.attributions, prefix),
    ledger: scopedReads(tx.ledger, prefix),
    ledgerOfIntent: scopedReads(tx.ledgerOfIntent, prefix),
    reviews: scopedReads(tx.reviews, prefix),
    keys: scopedReads(tx.keys, prefix),
    events: scopedReads(tx.events, prefix),
    tallies: scopedReads(tx.tallies, prefix),
  }
}

function scopedReads<R extends Row>(table: ReadTable<R>, prefix: string): ReadTable<R> {
  const inside = (row: R): R => ({ ...row, id: row.id.slice(prefix.length) })
  return {
    get: async (id) => {
      const row = await table.get(prefix + id)
      return row === undefined ? undefined : inside(row)
    },
    all: async () => (await table.all()).filter(({ id }) => id.startsWith(prefix)).map(inside),
  }
}

function scopedTable<R extends Row>(table: Table<R>, prefix: string): Table<R> {
  const outside = (row: R): R => ({ ...row, id: prefix + row.id })
  return {
    ...scopedReads(table, prefix),
    add: (row) => table.add(outside(row)),
    put: (row) => table.put(outside(row)),
    remove: (id) => table.remove(prefix + id),
  }
}
