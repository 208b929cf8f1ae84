import {
  transactionOf,
  type ReadTable,
  type RowOf,
  type Store,
  type Table,
  type TableName,
  type Transaction,
} from './store.ts'

/**
 * Runs `work` without a transaction around it: each step sees, and commits to, whatever is there at that moment, with a
 * pause before each, so that racing work interleaves. Only defects that lose a race on purpose use it.
 */
export async function withoutTransaction<Result>(
  store: Store,
  work: (tx: Transaction) => Promise<Result>,
  { unique = false }: { readonly unique?: boolean } = {},
): Promise<Result> {
  const loose = <Name extends TableName>(name: Name): Table<RowOf<Name>> => {
    // One table of a transaction has the row type of its name; the indexed access keeps the two together.
    const of = (tx: Transaction): Table<RowOf<Name>> => tx[name]
    const read: ReadTable<RowOf<Name>> = {
      get: (id) => pause().then(() => store.transaction((tx) => of(tx).get(id))),
      all: () => pause().then(() => store.transaction((tx) => of(tx).all())),
    }
    const put = (row: RowOf<Name>) => pause().then(() => store.transaction((tx) => of(tx).put(row)))
    const add = (row: RowOf<Name>) => pause().then(() => store.transaction((tx) => of(tx).add(row)))
    const remove = (id: string) => pause().then(() => store.transaction((tx) => of(tx).remove(id)))
    return { ...read, put, add: unique ? add : put, remove }
  }
  return work(transactionOf(loose))
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
