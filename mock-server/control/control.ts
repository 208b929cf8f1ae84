import { findDefects } from '../defects/find.ts'
import { defects as catalogue } from '../defects/index.ts'
import type { RouteName } from '../routes/route.ts'
import type { PayPages } from '../options.ts'
import type { Failure } from './failures.ts'
import { ControlError, fault, latest, readInput, type Inputs } from './inputs.ts'
import { listIntents, type IntentState } from './intents.ts'
import type { JournalEntry } from './journal.ts'
import { defaultNamespace, namespaceFault } from './namespace.ts'
import { createPayControl, type PayOutcome, type Redelivered } from './pay.ts'
import { operations } from '../stripe-twin/operations.ts'
import { createRewind } from './rewind.ts'
import type { SnapshotInfo } from './snapshots.ts'
import type { Space } from './space.ts'
import type { Spaces } from './spaces.ts'
import type { ClockState } from './test-clock.ts'

export interface DefectState {
  readonly id: string
  readonly breaks: string
  readonly summary: string
  readonly on: boolean
}

/** A hand on one world. Bad input throws a ControlError whose `field` names what is wrong. */
export interface Control {
  readonly namespace: string
  /** The same for another world, which is made at its first use. */
  in(namespace: string): Control
  namespaces(): readonly string[]
  removeNamespace(input: Inputs['removeNamespace']): Promise<void>

  /** An empty world on real time, with the defects of the start. With `idSeed` its ids are the same each time. */
  reset(input?: Inputs['reset']): Promise<void>
  snapshot(input?: Inputs['snapshot']): Promise<SnapshotInfo>
  snapshots(): readonly SnapshotInfo[]
  /** Records, clock, ids and defects as they were, and the checkout sessions of a twin at hand. */
  restore(input: Inputs['restore']): Promise<SnapshotInfo>

  clock(): ClockState
  /** Milliseconds of the world's clock. */
  now(): number
  advance(input: Inputs['advance']): ClockState
  setClock(input: Inputs['set']): ClockState

  /** The oldest first. Throws unless the gateway was made with `control: true`. */
  journal(filter?: Inputs['journal']): readonly JournalEntry[]
  /** The number of the last change, for `since`. */
  journalMark(): number
  clearJournal(): void

  /** The routes that a failure can be scripted for, by name. */
  routes(): readonly string[]
  fail(input: Inputs['failure']): Failure
  failures(): readonly Failure[]
  clearFailures(): void

  /** Every defect that there is, with whether this world has it. */
  defects(): readonly DefectState[]
  setDefects(input: Inputs['defects']): readonly string[]

  intents(): Promise<readonly IntentState[]>
  /** Presses a button of the twin's pay page. */
  pay(input: Inputs['pay']): Promise<PayOutcome>
  expire(input: Inputs['expire']): Promise<PayOutcome>
  /** Lets the twin send an event of this intent again: the last about its session, or the last of `eventType`. */
  redeliver(input: Inputs['redeliver']): Promise<Redelivered>
}

interface Parts {
  readonly spaces: Spaces
  readonly routes: readonly RouteName[]
  readonly startDefects: readonly string[]
  readonly pay: PayPages | undefined
}

export function createControl(parts: Parts, namespace: string = defaultNamespace): Control {
  const { spaces, routes, startDefects } = parts
  const space = (): Space => {
    const found = spaces.get(namespace)
    if (found === undefined) throw new ControlError(404, 'namespaces_off', 'this gateway has one world only')
    return found
  }
  const note = (act: string, facts: Readonly<Record<string, unknown>> = {}): void => {
    const begun = {
      kind: 'control',
      method: '',
      path: act,
      route: null,
      intent: null,
      request: facts,
    } as const
    space().journal?.begin(begun)({ status: null, outcome: 'done' })
  }
  const journalOf = ({ journal }: Space) => {
    if (journal !== undefined) return journal
    throw new ControlError(409, 'journal_off', 'the journal is kept only by a gateway with `control: true`')
  }
  const payControl = createPayControl(parts.pay, () => space().world())

  return {
    namespace,
    in(name) {
      const wrong = namespaceFault(name)
      if (wrong !== undefined) throw fault('namespace', wrong)
      return createControl(parts, name)
    },
    namespaces: () => spaces.list().map(({ name }) => name),
    async removeNamespace(input) {
      const { namespace: name } = readInput('removeNamespace', input)
      if (name === defaultNamespace) throw fault('namespace', 'the default one can only be reset')
      if (!(await spaces.remove(name))) {
        throw new ControlError(404, 'namespace_not_found', `there is no namespace "${name}"`, 'namespace')
      }
    },

    ...createRewind({ space, startDefects, pay: parts.pay, note }),

    clock: () => space().clock.state(),
    now: () => space().clock.now(),
    advance(input) {
      const { minutes = 0, seconds = 0 } = readInput('advance', input)
      const ahead = minutes * 60 + seconds
      if (space().clock.state().now + ahead > latest) {
        throw fault(minutes > 0 ? 'minutes' : 'seconds', 'would take the clock past the year 9999')
      }
      space().clock.advance(ahead * 1000)
      note('clock advanced', { minutes, seconds })
      return space().clock.state()
    },
    setClock(input) {
      const { to, frozen } = readInput('set', input)
      space().clock.set(to * 1000, frozen)
      note('clock set', { to, frozen })
      return space().clock.state()
    },

    journal(filter = {}) {
      const { namespace: other = namespace, limit, ...rest } = readInput('journal', filter)
      const { route } = rest
      if (route !== undefined && ![...routes, ...operations.map(({ id }) => id)].includes(route)) {
        const words = `has to be one of ${routes.join(', ')}, or a Stripe operation such as checkout.sessions.create`
        throw fault('route', words)
      }
      const worlds = spaces.list().filter(({ name }) => other === '*' || name === other)
      const entries = worlds.flatMap((one) => journalOf(one).entries(rest))
      const sorted = worlds.length === 1 ? entries : entries.toSorted((a, b) => a.at - b.at)
      return limit === undefined ? sorted : sorted.slice(-limit)
    },
    journalMark: () => journalOf(space()).last(),
    clearJournal: () => journalOf(space()).clear(),

    routes: () => routes,
    fail(input) {
      const { route, method = null, times, ms = 0, status = 503, ...rest } = readInput('failure', input)
      if (route !== '*' && route !== 'stripe' && !routes.some((known) => known === route)) {
        throw fault('route', `has to be one of ${[...routes, 'stripe', '*'].join(', ')}`)
      }
      const { failures } = space()
      if (failures.list().length >= 100) throw new ControlError(409, 'too_many_failures', 'clear some first')
      const added = failures.add({ ...rest, route, method, ms, status, left: times })
      note('failure scripted', { route, kind: added.kind, times })
      return added
    },
    failures: () => space().failures.list(),
    clearFailures() {
      space().failures.clear()
      note('failures cleared')
    },

    defects() {
      const on = new Set(space().defects())
      return catalogue.map(({ id, breaks, summary }) => ({ id, breaks, summary, on: on.has(id) }))
    },
    setDefects(input) {
      const { only, on = [], off = [] } = readInput('defects', input)
      for (const [field, ids] of Object.entries({ only: only ?? [], on, off })) {
        for (const [at, id] of ids.entries()) knownDefect(id, `${field}.${at}`)
      }
      const chosen = new Set([...(only ?? space().defects()), ...on])
      for (const id of off) chosen.delete(id)
      space().setDefects([...chosen])
      note('defects set', { on: [...chosen].join(', ') })
      return [...chosen]
    },

    intents: () => listIntents(space().world()),
    pay: (input) => payControl.pay(readInput('pay', input)),
    expire: (input) => payControl.pay({ ...readInput('expire', input), action: 'expire' }),
    redeliver: (input) => payControl.redeliver(readInput('redeliver', input)),
  }
}

function knownDefect(id: string, field: string): void {
  try {
    findDefects([id])
  } catch (error) {
    throw fault(field, error instanceof Error ? error.message : `no defect is called "${id}"`)
  }
}
