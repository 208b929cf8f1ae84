import type { ClientBase, QueryResult } from 'pg'
import { escapeIdentifier } from 'pg'
import type { Row, RowOf, Table, TableName, Transaction } from '../store.ts'
import { UniqueViolation } from '../store.ts'
import { failureOf } from './failures.ts'
import { databaseTables } from './migrations.ts'
import { fromText, keyOf, toText } from './row-text.ts'

interface Stored {
  readonly data: string
}

/** The store's tables as they are inside the transaction that `client` is in. */
export function transactionOn(client: ClientBase, schema: string): Transaction {
  const open = <Name extends TableName>(name: Name): Table<RowOf<Name>> =>
    tableOn<RowOf<Name>>(client, schema, name)
  return {
    intents: open('intents'),
    decisions: open('decisions'),
    clicks: open('clicks'),
    attributions: open('attributions'),
    ledger: open('ledger'),
    ledgerOfIntent: open('ledgerOfIntent'),
    reviews: open('reviews'),
    keys: open('keys'),
    events: open('events'),
    tallies: open('tallies'),
  }
}

function tableOn<R extends Row>(client: ClientBase, schema: string, name: TableName): Table<R> {
  const table = `${escapeIdentifier(schema)}.${databaseTables[name]}`
  const ask = async (sql: string, values: unknown[] = []): Promise<QueryResult<Stored>> => {
    try {
      return await client.query<Stored>(sql, values)
    } catch (error) {
      throw failureOf(error)
    }
  }
  return {
    async get(id) {
      const { rows } = await ask(`SELECT data FROM ${table} WHERE key = $1`, [keyOf(id)])
      const [found] = rows
      return found === undefined ? undefined : fromText<R>(found.data)
    },
    async all() {
      const { rows } = await ask(`SELECT data FROM ${table} ORDER BY position`)
      return rows.map(({ data }) => fromText<R>(data))
    },
    async add(row) {
      // A row that this transaction can see makes it none; one that it cannot see yet is a lost race (40001).
      const sql = `INSERT INTO ${table} (key, data) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`
      const { rowCount } = await ask(sql, [keyOf(row.id), toText(row)])
      if (rowCount === 0) throw new UniqueViolation(name)
    },
    async put(row) {
      await ask(
        `INSERT INTO ${table} (key, data) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET data = excluded.data`,
        [keyOf(row.id), toText(row)],
      )
    },
    async remove(id) {
      await ask(`DELETE FROM ${table} WHERE key = $1`, [keyOf(id)])
    },
  }
}
