import { Pool, type PoolClient } from 'pg'
import type { Store, Transaction } from '../store.ts'
import { StoreUnavailable } from '../store.ts'
import { codeOf, failureOf, LostRace } from './failures.ts'
import { migrate } from './migrations.ts'
import { createRetries } from './retries.ts'
import { transactionOn } from './tables.ts'

/** Either an address, or a pool of the caller's own, which stays open when the store is closed. */
export type PostgresStoreOptions = {
  /** Where the tables are; made when it is not there. */
  readonly schema?: string
} & ({ readonly connectionString: string } | { readonly pool: Pool })

export interface PostgresStore extends Store {
  /**
   * Reaches the database and brings its tables up to date; rejects with `StoreUnavailable`. Every transaction does so
   * first where it has not been done: calling this only tells early.
   */
  ready(this: void): Promise<void>
}

const defaultSchema = 'checkout_gateway'

/** In ms. A database that hangs, or a replica that stops in the middle of a transaction, holds nobody up for longer. */
const limits = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  query_timeout: 6_000,
  statement_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
}

/** The planner would rather read a small table whole, and then each transaction has looked at every row of it. */
const beginWriting = 'BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL enable_seqscan = off'
const beginReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
/** undefined_table and invalid_schema_name: somebody has put an empty database in the place of ours. */
const tablesGone = ['42P01', '3F000']

/**
 * A store in PostgreSQL (12 or later), for any number of replicas on one database. Transactions are SERIALIZABLE: of two
 * that cannot have run one after the other, the database ends one, and that one runs again from its beginning, where it
 * finds what the other has written.
 */
export function createPostgresStore(options: PostgresStoreOptions): PostgresStore {
  const { schema = defaultSchema } = options
  const pool = 'pool' in options ? options.pool : new Pool({ ...limits, ...connection(options) })
  const withRetries = createRetries()
  let migrated: Promise<void> | undefined
  let closed: Promise<void> | undefined

  // A connection that breaks in use fails its query; one that breaks unused is not missed. Neither may end the process.
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))

  function ready(): Promise<void> {
    migrated ??= withClient(pool, (client) => migrate(client, schema).catch(fail)).catch((error: unknown) => {
      migrated = undefined
      throw error
    })
    return migrated
  }

  const run = <Result>(begin: string, work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
    withRetries(async () => {
      await ready()
      try {
        return await withClient(pool, (client) =>
          inside(client, begin, () => work(transactionOn(client, schema))),
        )
      } catch (error) {
        if (error instanceof StoreUnavailable && tablesGone.includes(codeOf(error.cause) ?? ''))
          migrated = undefined
        throw error
      }
    })

  return {
    ready,
    transaction: (work) => run(beginWriting, work),
    read: (work) => run(beginReading, work),
    close() {
      closed ??= 'pool' in options ? Promise.resolve() : pool.end()
      return closed
    },
  }
}

function connection({ connectionString }: { readonly connectionString: string }) {
  return { connectionString, application_name: 'checkout-conformance gateway' }
}

function ignore(): void {
  // Told by the query that it fails.
}

/** A connection over which the database could not go on is thrown away: who knows what state it is in. */
async function withClient<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch(fail)
  let broken = false
  try {
    return await work(client)
  } catch (error) {
    broken = error instanceof StoreUnavailable
    throw error
  } finally {
    client.release(broken)
  }
}

/** Commits when `work` ends well, and rolls back when it throws. */
async function inside<Result>(
  client: PoolClient,
  begin: string,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query(begin).catch(fail)
  let result: Result
  try {
    result = await work()
  } catch (error) {
    await client.query('ROLLBACK').catch(fail)
    throw error
  }
  const { command } = await client.query('COMMIT').catch(fail)
  // A transaction in which a statement has failed unnoticed answers COMMIT with ROLLBACK, and no error.
  if (command !== 'COMMIT') throw new LostRace('the transaction was rolled back')
  return result
}

function fail(cause: unknown): never {
  throw failureOf(cause)
}
