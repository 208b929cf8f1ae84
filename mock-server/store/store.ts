import type {
  Attribution,
  Click,
  Decision,
  EventRecord,
  Intent,
  KeyRecord,
  LedgerEntry,
  Review,
  Tally,
} from '../domain/records.ts'

interface Rows {
  intents: Intent
  decisions: Decision
  clicks: Click
  attributions: Attribution
  ledger: LedgerEntry
  /** One row per intent that has a ledger entry: its id is the intent's, so a second entry cannot be added. */
  ledgerOfIntent: KeyRecord
  reviews: Review
  /** Its id is made of operation and idempotency key, so one key of one operation stands for one record. */
  keys: KeyRecord
  /** Its id is the event's. */
  events: EventRecord
  tallies: Tally
}

export type TableName = keyof Rows
export const tableNames: readonly TableName[] = [
  'intents',
  'decisions',
  'clicks',
  'attributions',
  'ledger',
  'ledgerOfIntent',
  'reviews',
  'keys',
  'events',
  'tallies',
]
export type RowOf<Name extends TableName> = Rows[Name]
export type Row = RowOf<TableName>

export interface ReadTable<Row extends { readonly id: string }> {
  get(id: string): Promise<Row | undefined>
  /** Every row. Meant for small tables (tallies), not for intents. */
  all(): Promise<readonly Row[]>
}

export interface Table<Row extends { readonly id: string }> extends ReadTable<Row> {
  /** Adds a row under a new id; throws `UniqueViolation` when the id is taken. */
  add(row: Row): Promise<void>
  /** Writes a row, whether it is new or not. */
  put(row: Row): Promise<void>
  /** Takes a row away, if there is one. Only control and defects do: the gateway itself forgets nothing. */
  remove(id: string): Promise<void>
}

export type ReadTransaction = { readonly [Name in TableName]: ReadTable<Rows[Name]> }
export type Transaction = { readonly [Name in TableName]: Table<Rows[Name]> }

/** The transaction whose tables `open` opens, each by its name. */
export function transactionOf(open: <Name extends TableName>(name: Name) => Table<RowOf<Name>>): Transaction {
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

/**
 * Where the gateway keeps its state. A transaction is serialisable: it sees no half of another one, and a throw in
 * `work` undoes all that it wrote. Never call Stripe inside `work`.
 */
export interface Store {
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** Reads committed state. What it reads of two tables need not be of one moment. */
  read<Result>(work: (tx: ReadTransaction) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** A unique key was taken by another transaction. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation'
  constructor(table: TableName) {
    super(`a row of "${table}" with this unique key is already there`)
  }
}

/** The store cannot be reached or cannot go on: answered with 503, so that the caller tries again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
