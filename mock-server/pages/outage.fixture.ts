import { createMemoryStore } from '../store/memory.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'

/** A store that cannot be reached while `down` says so. */
export function failingStore(down: { readonly value: boolean }): Store {
  const store = createMemoryStore()
  const whileUp = <Result>(work: () => Promise<Result>): Promise<Result> =>
    down.value ? Promise.reject(new StoreUnavailable()) : work()
  return {
    ...store,
    read: (work) => whileUp(() => store.read(work)),
    transaction: (work) => whileUp(() => store.transaction(work)),
  }
}
