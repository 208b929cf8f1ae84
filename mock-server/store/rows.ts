import type { Row, RowOf, Store, Table, TableName, Transaction } from './store.ts'
import { tableNames } from './store.ts'

/** All rows of a store, by table. */
export type AllRows = { readonly [Name in TableName]: readonly RowOf<Name>[] }

/** Reads every row, in one view: a transaction, since a mere read may see one table before a commit and the next after. */
export async function readRows(store: Store): Promise<AllRows> {
  return store.transaction(async (tx) => ({
    intents: await tx.intents.all(),
    decisions: await tx.decisions.all(),
    clicks: await tx.clicks.all(),
    attributions: await tx.attributions.all(),
    ledger: await tx.ledger.all(),
    ledgerOfIntent: await tx.ledgerOfIntent.all(),
    reviews: await tx.reviews.all(),
    keys: await tx.keys.all(),
    events: await tx.events.all(),
    tallies: await tx.tallies.all(),
  }))
}

/** Makes the store hold these rows and no others, in one transaction. */
export async function replaceRows(store: Store, rows: Partial<AllRows>): Promise<void> {
  await store.transaction(async (tx) => {
    for (const name of tableNames) await replaceTable(tx, name, rows)
  })
}

async function replaceTable<Name extends TableName>(
  tx: Transaction,
  name: Name,
  rows: Partial<AllRows>,
): Promise<void> {
  const table: Table<RowOf<Name>> = tx[name]
  const wanted: readonly RowOf<Name>[] = rows[name] ?? []
  const kept = new Set(wanted.map(({ id }: Row) => id))
  for (const { id } of await table.all()) if (!kept.has(id)) await table.remove(id)
  for (const row of wanted) await table.put(row)
}
