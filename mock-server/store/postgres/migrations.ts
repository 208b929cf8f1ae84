import type { ClientBase } from 'pg'
import { escapeIdentifier } from 'pg'
import type { TableName } from '../store.ts'

/** Which database table keeps which of the store's tables. */
export const databaseTables: Readonly<Record<TableName, string>> = {
  intents: 'intents',
  decisions: 'decisions',
  clicks: 'clicks',
  attributions: 'attributions',
  ledger: 'ledger_entries',
  ledgerOfIntent: 'ledger_of_intent',
  reviews: 'reviews',
  keys: 'idempotency_keys',
  events: 'stripe_events',
  tallies: 'tallies',
}

interface Migration {
  readonly id: string
  readonly sql: string
}

/**
 * In the order in which they are applied; an applied one is never edited, only followed. `key` is the SHA-256 of a row's
 * id: any id that a client can think of fits it, whatever its length and characters, and its primary key is the unique
 * constraint that lets one idempotency key, one event, one entry of an intent in. `position` is the order of arrival.
 * `data` is the row as JSON in plain ASCII, kept as text because `jsonb` refuses some strings that JSON allows.
 */
const migrations: readonly Migration[] = [
  {
    id: '0001-tables',
    sql: Object.values(databaseTables)
      .map(
        (table) => `
          CREATE TABLE ${table} (
            key bytea PRIMARY KEY CHECK (octet_length(key) = 32),
            position bigint GENERATED ALWAYS AS IDENTITY,
            data text NOT NULL
          );`,
      )
      .join(''),
  },
]

/**
 * Brings a schema up to date, in one transaction. Any number of replicas may do so at once: an advisory lock lets one
 * after the other in, and what is applied already is left alone.
 */
export async function migrate(client: ClientBase, schema: string): Promise<void> {
  const name = escapeIdentifier(schema)
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  try {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `checkout gateway/${schema}`,
    ])
    // Asked for first: CREATE SCHEMA IF NOT EXISTS needs the right to create one even where it is there.
    const found = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema])
    if (found.rowCount === 0) await client.query(`CREATE SCHEMA ${name}`)
    await client.query(`SET LOCAL search_path TO ${name}`)
    await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
      id text PRIMARY KEY,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`)
    for (const { id, sql } of migrations) {
      const added = await client.query(
        'INSERT INTO schema_migrations (id) VALUES ($1) ON CONFLICT DO NOTHING',
        [id],
      )
      if (added.rowCount === 1) await client.query(sql)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}
