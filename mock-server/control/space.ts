import { applyDefects, withResponders } from '../defects/apply.ts'
import { correctBehaviour } from '../defects/correct.ts'
import type { App } from '../app.ts'
import type { Match } from '../http/match.ts'
import { createLater } from '../later.ts'
import type { GatewayOptions } from '../options.ts'
import { createMemoryStore } from '../store/memory.ts'
import { replaceRows, type AllRows } from '../store/rows.ts'
import { scopedStore } from '../store/scoped.ts'
import type { Store } from '../store/store.ts'
import { stripeFetch } from '../stripe-client.ts'
import { createWorld, type World } from '../world.ts'
import { createFailures, failing, type Failures } from './failures.ts'
import { createIdSource, type IdSource, type IdState } from './id-source.ts'
import { createJournal, type Journal } from './journal.ts'
import { basePathOf, namespaceOf, partitionOf } from './namespace.ts'
import { recorded } from './recorder.ts'
import { createSnapshots, type Snapshots } from './snapshots.ts'
import { tappedStripe } from './stripe-tap.ts'
import { createTestClock, type TestClock } from './test-clock.ts'

/** What all spaces of a gateway have in common. */
export interface Blueprint {
  readonly options: GatewayOptions
  readonly app: App
  readonly match: (pathname: string) => Match | undefined
}

/** One world with what control can do to it. No two spaces share anything but the code. */
export interface Space {
  readonly name: string
  readonly clock: TestClock
  readonly ids: IdSource
  readonly failures: Failures
  /** Kept only where control is on. */
  readonly journal: Journal | undefined
  readonly snapshots: Snapshots
  /** How often worlds of this name have begun; the twin keeps what each began with apart. */
  generation(this: void): number
  world(this: void): World
  fetch(request: Request): Promise<Response>
  defects(this: void): readonly string[]
  /** Throws a `TypeError` for an unknown one, and leaves things as they were. */
  setDefects(this: void, ids: readonly string[]): void
  /** Begins again with these rows: what is still under way belongs to the world of before. */
  begin(this: void, rows: Partial<AllRows>, ids: IdState): Promise<void>
  close(): Promise<void>
}

const defaultJournalSize = 300

export function createSpace(blueprint: Blueprint, name: string, firstGeneration = 0): Space {
  const { options, match, app } = blueprint
  const clock = createTestClock(options.now ?? Date.now)
  const ids = createIdSource(options.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length))))
  const failures = createFailures()
  const size = options.journalSize ?? defaultJournalSize
  const journal =
    options.control === true ? createJournal({ namespace: name, size, now: clock.now }) : undefined
  let generation = firstGeneration
  let defects = options.defects ?? []
  let store = storeFor(options, name)
  let later = createLater()
  let pendingStarts: World['pendingStarts'] = new Map()
  let ending = new AbortController()
  const wait = (ms: number) => pause(ms, ending.signal)
  let current = build(defects)

  function build(chosenIds: readonly string[]) {
    const { contract } = options
    const { chosen, behaviour } = applyDefects(chosenIds, correctBehaviour(contract), contract)
    const partition = partitionOf(name, generation)
    const calls = tappedStripe(stripeFetch(options.stripe ?? {}), { partition, failures, journal, wait })
    const world = createWorld(options, {
      ...{ behaviour, store, pendingStarts, stripeFetch: calls },
      ...{ now: clock.now, random: ids.random, later: later.later, basePath: basePathOf(name) },
    })
    return { world, respond: withResponders(chosen, world, match, (request) => app(world, request)) }
  }

  /** Events of before are not for the world that comes after. */
  async function giveUpEvents(): Promise<void> {
    await options.pay?.cancel((partition) => namespaceOf(partition) === name)
  }

  return {
    ...{ name, clock, ids, failures, journal, snapshots: createSnapshots() },
    generation: () => generation,
    world: () => current.world,
    fetch(request) {
      const { respond } = current
      if (journal === undefined && failures.list().length === 0) return respond(request)
      const found = match(new URL(request.url).pathname)
      const failure = failures.take(found?.route.name, request.method)
      const answer = (asked: Request) =>
        failure === undefined ? respond(asked) : failing(failure, () => respond(asked), { wait })
      return journal === undefined ? answer(request) : recorded(journal, request, { found, failure }, answer)
    },
    defects: () => defects,
    setDefects(chosen) {
      current = build(chosen)
      defects = chosen
    },
    async begin(rows, idState) {
      // The one step that can fail goes first: then nothing else has changed.
      const begun = options.store === undefined ? createMemoryStore() : store
      await replaceRows(begun, rows)
      generation += 1
      const over = later
      ending.abort()
      ending = new AbortController()
      later = createLater()
      pendingStarts = new Map()
      store = begun
      current = build(defects)
      await Promise.all([over.stop(), giveUpEvents()])
      failures.clear()
      ids.restore(idState)
    },
    async close() {
      ending.abort()
      await Promise.all([later.stop(), giveUpEvents()])
      await store.close()
    },
  }
}

/** A store that was given is shared, so each world, the default one too, keeps its rows in it under a scope of its own. */
function storeFor({ store, maxNamespaces }: GatewayOptions, name: string): Store {
  if (store === undefined) return createMemoryStore()
  return maxNamespaces === 0 ? store : scopedStore(store, name)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
