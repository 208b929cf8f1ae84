import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startDatabaseServer, type DatabaseServer } from './server.fixture.ts'
import { createPostgresStore, type PostgresStore, type PostgresStoreOptions } from './store.ts'

interface DatabaseAtHand {
  /** The connection string of the test's own, new database. */
  readonly address: () => string
  readonly server: () => DatabaseServer
  /** A replica's store, on the test's database where no other is named; closed when the test is over. */
  readonly open: (options?: PostgresStoreOptions) => PostgresStore
}

/** Starts one server for a file of tests and gives each test a database of its own. */
export function databaseAtHand(): DatabaseAtHand {
  let server: DatabaseServer
  let address: string
  let stores: PostgresStore[] = []

  beforeAll(async () => {
    server = await startDatabaseServer()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    address = await server.database()
  })
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()))
    stores = []
  })

  return {
    address: () => address,
    server: () => server,
    open: (options = { connectionString: address }) => {
      const store = createPostgresStore(options)
      stores.push(store)
      return store
    },
  }
}
