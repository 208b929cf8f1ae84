import { writeMarker } from '../markers.ts'
import type {
  Entry,
  Exchange,
  Header,
  Json,
  JsonObject,
  PageView,
  ReceivedResponse,
  Transcript,
  WitnessedCall,
} from '../transcript.ts'
import { isObject, jsonOf, member } from './look.ts'
import { matches, type Where } from './view.ts'

/** The transcript holds nothing that the edit speaks of: the counterexample does not apply to this run. */
export class NothingToEdit extends Error {
  override readonly name = 'NothingToEdit'
}

export interface MutableJsonObject {
  [key: string]: Json
}

/** A selection, with a further condition where position alone does not tell. */
export interface Target extends Where {
  readonly when?: (exchange: Exchange) => boolean
  /** Which of the matching ones, from 0; the last for -1; every one for `all`. Default 0. */
  readonly nth?: number | 'all'
}

/** Edits a copy of a transcript; the original is never touched. */
export interface Editor {
  readonly transcript: () => Transcript
  /** Replaces members of the selected answers. */
  readonly respond: (target: Target, change: Partial<ReceivedResponse>) => void
  /** Edits the selected answers' JSON objects in place. */
  readonly json: (target: Target, edit: (body: MutableJsonObject, exchange: Exchange) => void) => void
  /** Adds a header to the selected answers. */
  readonly addHeader: (target: Target, header: Header) => void
  /** Puts a canary of a kind (the first that the target took before) into the selected answers. */
  readonly leak: (target: Target, kind: string, place?: 'body' | 'header', form?: string) => void
  /** Replaces what the driver knew or sent. */
  readonly exchange: (target: Target, change: (exchange: Exchange) => Exchange) => void
  readonly page: (target: Where, change: (page: PageView) => PageView) => void
  /** Adds a call to the twin right after the selected exchange. */
  readonly call: (after: Target, call: Partial<WitnessedCall>) => void
  readonly editCalls: (change: (calls: readonly WitnessedCall[]) => readonly WitnessedCall[]) => void
}

export function createEditor(original: Transcript): Editor {
  let entries: readonly Entry[] = original.entries
  const select = (target: Target): readonly Exchange[] => {
    const found = entries.filter(
      (entry): entry is Exchange =>
        entry.kind === 'exchange' &&
        entry.response !== null &&
        matches(entry, target) &&
        (target.when?.(entry) ?? true),
    )
    const { nth = 0 } = target
    const chosen = nth === 'all' ? found : found.slice(nth, nth === -1 ? undefined : nth + 1)
    if (chosen.length === 0) throw new NothingToEdit(`no answered exchange matches ${JSON.stringify(target)}`)
    return chosen
  }
  const swap = (before: Entry, after: Entry) => {
    entries = entries.map((entry) => (entry === before ? after : entry))
  }
  const exchange: Editor['exchange'] = (target, change) => {
    for (const x of select(target)) swap(x, change(x))
  }
  const respond: Editor['respond'] = (target, change) => {
    exchange(target, (x) => (x.response === null ? x : { ...x, response: { ...x.response, ...change } }))
  }
  const json: Editor['json'] = (target, edit) => {
    exchange(target, (x) => {
      const body = jsonOf(x)
      if (x.response === null || !isObject(body))
        throw new NothingToEdit(`exchange ${x.n} has no JSON object`)
      const copy: MutableJsonObject = { ...structuredClone(body) }
      edit(copy, x)
      return { ...x, response: { ...x.response, body: JSON.stringify(copy) } }
    })
  }
  const addHeader: Editor['addHeader'] = (target, header) => {
    exchange(target, (x) =>
      x.response === null
        ? x
        : { ...x, response: { ...x.response, headers: [...x.response.headers, header] } },
    )
  }
  return {
    transcript: () => ({ header: original.header, entries }),
    respond,
    json,
    addHeader,
    exchange,
    leak: (target, kind, place = 'body', form = 'raw') => {
      for (const x of select(target)) {
        const canary = original.header.canaries.find(
          (one) => one.kind === kind && one.acceptedBy !== null && one.acceptedBy <= x.n,
        )
        if (canary === undefined) throw new NothingToEdit(`no ${kind} was planted before exchange ${x.n}`)
        const marker = writeMarker({ id: canary.id, kind, form, digest: canary.digest })
        const one: Target = { ...target, when: (y) => y.n === x.n, nth: 0 }
        if (place === 'header') addHeader(one, ['x-note', marker])
        else if (isObject(jsonOf(x))) json(one, (body) => void (body['note'] = marker))
        else respond(one, { body: `${x.response?.body ?? ''}${marker}` })
      }
    },
    page: (target, change) => {
      const found = entries.find(
        (entry): entry is PageView => entry.kind === 'page' && matches(entry, target),
      )
      if (found === undefined) throw new NothingToEdit(`no page view matches ${JSON.stringify(target)}`)
      swap(found, change(found))
    },
    call: (after, call) => {
      const [x] = select(after)
      if (x === undefined) return
      const made: WitnessedCall = {
        kind: 'call',
        n: x.n,
        at: x.sentAt + x.tookMs,
        method: 'POST',
        path: '/v1/payment_intents',
        host: '127.0.0.1',
        operation: 'payment_intents.create',
        mutating: true,
        keyMode: 'test',
        idempotencyKey: null,
        params: {},
        status: 200,
        ...call,
      }
      entries = entries.flatMap((entry): readonly Entry[] => (entry === x ? [entry, made] : [entry]))
    },
    editCalls: (change) => {
      const calls = entries.filter((entry): entry is WitnessedCall => entry.kind === 'call')
      if (calls.length === 0) throw new NothingToEdit('the twin saw no call')
      const changed = change(calls)
      const kept = entries.filter((entry) => entry.kind !== 'call')
      entries = [...kept, ...changed].sort((a, b) => a.n - b.n)
    },
  }
}

/** The object at a path of a mutable JSON object, through arrays too, for edits deep within. */
export function objectAt(body: JsonObject, ...path: readonly string[]): MutableJsonObject {
  const found = member(body, ...path)
  if (!isObject(found)) throw new NothingToEdit(`the answer has no object at /${path.join('/')}`)
  return found
}
