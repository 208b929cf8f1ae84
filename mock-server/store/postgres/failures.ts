import { DatabaseError } from 'pg'
import { StoreUnavailable } from '../store.ts'

/** Another transaction came in between: nothing of this one is there, and it may simply run again. */
export class LostRace extends Error {
  override readonly name = 'LostRace'
}

/** serialization_failure and deadlock_detected. */
const races = ['40001', '40P01']

/**
 * What the database's refusal means. No value that a client sends can make a statement of this store fail (ids are
 * digests, rows are ASCII text), so all that is no lost race says that the database cannot go on.
 */
export function failureOf(cause: unknown): LostRace | StoreUnavailable {
  if (cause instanceof LostRace || cause instanceof StoreUnavailable) return cause
  const code = codeOf(cause)
  if (code !== undefined && races.includes(code)) return new LostRace(code, { cause })
  return new StoreUnavailable(`the database cannot go on${code === undefined ? '' : ` (${code})`}`, { cause })
}

/** SQLSTATE of a refusal, or the system's word for why a connection failed. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : undefined
}
