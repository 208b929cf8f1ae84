import type { RowOf, Store, Table, TableName, Transaction } from './store.ts'
import { UniqueViolation } from './store.ts'

type Committed = { readonly [Name in TableName]: Map<string, RowOf<Name>> }

/** A store in this process's memory. Transactions run one after another; each commits all of its writes or none. */
export function createMemoryStore(): Store {
  const committed: Committed = {
    intents: new Map(),
    decisions: new Map(),
    clicks: new Map(),
    attributions: new Map(),
    ledger: new Map(),
    ledgerOfIntent: new Map(),
    reviews: new Map(),
    keys: new Map(),
    events: new Map(),
    tallies: new Map(),
  }
  let queue: Promise<unknown> = Promise.resolve()

  const run = async <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> => {
    const { tx, commit } = begin(committed)
    const result = await work(tx)
    commit()
    return result
  }

  return {
    transaction(work) {
      const result = queue.then(() => run(work))
      queue = result.catch(() => undefined)
      return result
    },
    read: (work) => work(begin(committed).tx),
    close: async () => undefined,
  }
}

function begin(committed: Committed): { tx: Transaction; commit: () => void } {
  const commits: (() => void)[] = []
  const open = <Name extends TableName>(name: Name): Table<RowOf<Name>> => {
    const { table, commit } = overlay<RowOf<Name>>(name, committed[name])
    commits.push(commit)
    return table
  }
  const tx: Transaction = {
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
  return { tx, commit: () => commits.forEach((commit) => commit()) }
}

/** Writes go to an overlay and reach the committed rows in one synchronous step, so no reader sees a part of them. */
function overlay<Row extends { readonly id: string }>(name: TableName, rows: Map<string, Row>) {
  let written: Map<string, Row> | undefined
  const write = (row: Row) => (written ??= new Map<string, Row>()).set(row.id, row)
  const table: Table<Row> = {
    get: async (id) => written?.get(id) ?? rows.get(id),
    all: async () => [...new Map([...rows, ...(written ?? [])]).values()],
    async add(row) {
      if (written?.has(row.id) === true || rows.has(row.id)) throw new UniqueViolation(name)
      write(row)
    },
    async put(row) {
      write(row)
    },
  }
  return { table, commit: () => written?.forEach((row, id) => rows.set(id, row)) }
}
