import type { Summary } from './summary.ts'

/** `request`: client to gateway; `webhook`: Stripe to gateway; `twin`: gateway to Stripe; `control`: a hand on the world. */
export const journalKinds = ['request', 'webhook', 'twin', 'control'] as const
export type JournalKind = (typeof journalKinds)[number]

/** One exchange, or one act of control, without anything private. */
export interface JournalEntry {
  readonly n: number
  /** `changed` as it was at the beginning: what began or ended between the two lies inside of this one. */
  readonly began: number
  /** Grows with each change of any entry: what is new since then has a greater one. */
  readonly changed: number
  readonly namespace: string
  readonly kind: JournalKind
  /** Milliseconds of the world's clock. */
  readonly at: number
  /** Real milliseconds that it took; null while it is under way. */
  readonly took: number | null
  readonly method: string
  readonly path: string
  /** The gateway's route (`RouteName`), or the name of Stripe's operation; null where there is none. */
  readonly route: string | null
  readonly intent: string | null
  /** Null while it is under way, and when the connection broke. */
  readonly status: number | null
  readonly outcome: 'under way' | 'answered' | 'broken' | 'done'
  /** The scripted failure that it met. */
  readonly failure: string | null
  readonly request: Summary
  readonly response: Summary
}

export type Begun = Pick<JournalEntry, 'kind' | 'method' | 'path' | 'route' | 'intent' | 'request'> &
  Partial<Pick<JournalEntry, 'failure'>>
export type Ended = Pick<JournalEntry, 'status' | 'outcome'> &
  Partial<Pick<JournalEntry, 'response' | 'intent' | 'route'>>

export interface JournalFilter {
  readonly kind?: JournalKind | undefined
  readonly route?: string | undefined
  readonly intent?: string | undefined
  readonly status?: number | undefined
  /** Only entries that changed after this number. */
  readonly since?: number | undefined
  /** The newest ones. */
  readonly limit?: number | undefined
}

/** A ring: it keeps the newest entries, and counts all. */
export interface Journal {
  /** Writes a beginning; the function that comes back writes its end. */
  begin(entry: Begun): (end: Ended) => void
  entries(filter?: JournalFilter): readonly JournalEntry[]
  /** The number of the last change. */
  last(): number
  clear(): void
}

interface JournalOptions {
  readonly namespace: string
  readonly size: number
  /** Milliseconds of the world's clock. */
  readonly now: () => number
  /** Real milliseconds, to measure with. */
  readonly stopwatch?: () => number
}

export function createJournal(options: JournalOptions): Journal {
  const { namespace, size, now, stopwatch = () => performance.now() } = options
  const ring = new Map<number, JournalEntry>()
  let made = 0
  let changes = 0

  return {
    begin(begun) {
      made += 1
      const n = made
      const startedAt = stopwatch()
      const began = (changes += 1)
      const entry: JournalEntry = {
        ...{ n, began, changed: began, namespace, at: now(), took: null, status: null },
        ...{ outcome: 'under way', failure: null, response: {} },
        ...begun,
      }
      ring.set(n, entry)
      const [oldest] = ring.keys()
      if (ring.size > size && oldest !== undefined) ring.delete(oldest)
      return (end) => {
        // A ring that went on, or was cleared, has nothing to complete.
        const current = ring.get(n)
        if (current === undefined) return
        const took = Math.round((stopwatch() - startedAt) * 10) / 10
        ring.set(n, {
          ...current,
          ...end,
          took,
          changed: (changes += 1),
          intent: end.intent ?? current.intent,
        })
      }
    },
    entries: (filter = {}) => {
      const found = [...ring.values()].filter((entry) => matches(entry, filter))
      return filter.limit === undefined ? found : found.slice(-filter.limit)
    },
    last: () => changes,
    clear: () => {
      ring.clear()
      changes += 1
    },
  }
}

function matches(entry: JournalEntry, filter: JournalFilter): boolean {
  const { kind, route, intent, status, since } = filter
  return (
    (kind === undefined || entry.kind === kind) &&
    (route === undefined || entry.route === route) &&
    (intent === undefined || entry.intent === intent) &&
    (status === undefined || entry.status === status) &&
    (since === undefined || entry.changed > since)
  )
}
