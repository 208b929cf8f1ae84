import type { ClientBase, QueryResult } from 'pg'
import { escapeIdentifier } from 'pg'
import {
  transactionOf,
  UniqueViolation,
  type Row,
  type Table,
  type TableName,
  type Transaction,
} from '../store.ts'
import { failureOf } from './failures.ts'
import { databaseTables } from './migrations.ts'
import { fromText, keyOf, toText } from './row-text.ts'

interface Stored {
  readonly data: string
}

/** The store's tables as they are inside the transaction that `client` is in. */
export function transactionOn(client: ClientBase, schema: string): Transaction {
  return transactionOf((name) => tableOn(client, schema, name))
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
