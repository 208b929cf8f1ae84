import { maskedAddress } from '../store/postgres/address.ts'
import { codeOf } from '../store/postgres/failures.ts'
import { createPostgresStore } from '../store/postgres/store.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'
import { UsageError } from './arguments.ts'

/** Opens the database and brings its tables up to date. Throws UsageError, without the password, when it cannot. */
export async function openStore(address: string): Promise<Store> {
  const store = createPostgresStore({ connectionString: address })
  try {
    await store.ready()
    return store
  } catch (error) {
    await store.close()
    if (!(error instanceof StoreUnavailable)) throw error
    const why = codeOf(error.cause) ?? 'no answer'
    throw new UsageError(`--store: ${maskedAddress(address)} cannot be used: ${meanings[why] ?? why}`)
  }
}

/** What one sees most, in words. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  ENOTFOUND: 'no machine has that name (ENOTFOUND)',
  '28P01': 'user or password is wrong (28P01)',
  '28000': 'this user may not connect (28000)',
  '3D000': 'there is no such database (3D000)',
  '42501': 'this user may not make tables there (42501)',
}
