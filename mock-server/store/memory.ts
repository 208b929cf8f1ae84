import {
  transactionOf,
  UniqueViolation,
  type RowOf,
  type Store,
  type Table,
  type TableName,
  type Transaction,
} from './store.ts'

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
  const tx = transactionOf(open)
  return { tx, commit: () => commits.forEach((commit) => commit()) }
}

/** Writes go to an overlay and reach the committed rows in one synchronous step, so no reader sees a part of them. */
function overlay<Row extends { readonly id: string }>(name: TableName, rows: Map<string, Row>) {
  /** Undefined for a row that was taken away. */
  let written: Map<string, Row | undefined> | undefined
  /** Taken away at some time in this transaction: what comes under their ids after that is new, and stands last. */
  const removed = new Set<string>()
  const write = (id: string, row: Row | undefined) => {
    written ??= new Map()
    if (removed.has(id) && written.get(id) === undefined) written.delete(id)
    written.set(id, row)
  }
  const applied = (to: Map<string, Row>) => {
    for (const [id, row] of written ?? []) {
      if (removed.has(id)) to.delete(id)
      if (row !== undefined) to.set(id, row)
    }
    return to
  }
  const find = (id: string) => (written?.has(id) === true ? written.get(id) : rows.get(id))
  const table: Table<Row> = {
    get: async (id) => find(id),
    all: async () => [...applied(new Map(rows)).values()],
    async add(row) {
      if (find(row.id) !== undefined) throw new UniqueViolation(name)
      write(row.id, row)
    },
    async put(row) {
      write(row.id, row)
    },
    async remove(id) {
      write(id, undefined)
      removed.add(id)
    },
  }
  const commit = () => {
    applied(rows)
  }
  return { table, commit }
}
