import { markersIn, type Marker } from '../markers.ts'
import type { Exchange, PageView } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { errorCode, isObject, isSuccess, jsonOf, memberOf, textsOf } from './look.ts'
import type { View } from './view.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

/** A secret seen where it must not be. */
export interface Leak {
  readonly subject: Exchange | PageView
  readonly pointer: string
  readonly marker: Marker
}

/** Every genuine marker in what came back: a canary's with its digest, or an id found by its shape. */
export function leaksIn(view: View): readonly Leak[] {
  const genuine = (marker: Marker) =>
    marker.kind.startsWith('stripe:') || view.canary(marker.id)?.digest === marker.digest
  const answers = view
    .exchanges()
    .flatMap((subject) => markersOf(subject).filter(({ marker }) => genuine(marker)))
  const shown = view.pages().flatMap((subject) =>
    [
      { pointer: '/html', text: subject.html },
      { pointer: '/observed', text: JSON.stringify(subject.observed) },
    ].flatMap(({ pointer, text }) =>
      markersIn(text)
        .filter(genuine)
        .map((marker) => ({ subject, pointer, marker })),
    ),
  )
  return [...answers, ...shown]
}

const known = new WeakMap<Exchange, readonly Leak[]>()

/** The markers of one answer, but for those that may stand there; looked for once, as a judge asks many times. */
function markersOf(subject: Exchange): readonly Leak[] {
  let found = known.get(subject)
  if (found === undefined) {
    found = textsOf(subject).flatMap(({ pointer, text }) =>
      markersIn(text)
        .filter(
          (marker) => !isRedirectToStripe(subject, pointer, marker) && !repeatsQuestion(subject, pointer),
        )
        .map((marker) => ({ subject, pointer: placeOf(subject, pointer, marker), marker })),
    )
    known.set(subject, found)
  }
  return found
}

/** WIRE 4: the one place where a Stripe-issued URL, and the session's id in it, may leave the system. */
function isRedirectToStripe(x: Exchange, pointer: string, { kind }: Marker): boolean {
  const header = /^\/response\/headers\/(\d+)$/.exec(pointer)
  const name = header === null ? '' : (x.response?.headers[Number(header[1])]?.[0] ?? '')
  const status = x.response?.status ?? 0
  return (
    x.operation === 'checkout.redirect' &&
    status >= 300 &&
    status < 400 &&
    name.toLowerCase() === 'location' &&
    /^stripe[-:]/.test(kind)
  )
}

/** A Location that says again what was asked, but for a slash at the end of its path: a canonical name, and no leak. */
export function repeatsQuestion(x: Exchange, pointer: string): boolean {
  const [name, location] =
    x.response?.headers[Number(/^\/response\/headers\/(\d+)$/.exec(pointer)?.[1] ?? -1)] ?? []
  if (name?.toLowerCase() !== 'location' || location === undefined || !x.step.endsWith(':redirected'))
    return false
  const plain = (path: string) => path.replace(/^https?:\/\/[^/]+/, '').replace(/\/(?=\?|$)/, '')
  return plain(location).endsWith(plain(x.request.path))
}

/** The member of a JSON answer that holds the marker, where one does. */
function placeOf(x: Exchange, pointer: string, marker: Marker): string {
  if (pointer !== '/response/body') return pointer
  const text = `⟦${marker.id}:`
  const within = (value: unknown, at: string): string | undefined => {
    if (typeof value === 'string') return value.includes(text) ? at : undefined
    if (typeof value !== 'object' || value === null) return undefined
    for (const [key, inner] of Object.entries(value)) {
      const below = `${at}/${escapeToken(key)}`
      const found = key.includes(text) ? below : within(inner, below)
      if (found !== undefined) return found
    }
    return undefined
  }
  return within(jsonOf(x), pointer) ?? pointer
}

/** What a hunt for some kinds of secret is about. */
export interface Hunt {
  /** Kinds of which a canary must have been taken before silence proves anything. */
  readonly planted: readonly string[]
  /** Whether a leak is this hunt's; default: its kind is among `planted`. */
  readonly counts?: (leak: Leak) => boolean
  readonly message: string
  readonly expected: string
}

/**
 * Judges every answer of the run for some kinds of secret. Each recognised answer that came after a secret of the
 * kinds was taken is an observation; a kind that was never taken, or after which nothing was recognised, is missing.
 */
export function judgeHunt(view: View, record: Recorder, hunt: Hunt): void {
  const taken = hunt.planted.map((kind) => ({ kind, since: firstTaken(view, kind) }))
  for (const { kind, since } of taken)
    if (since === undefined)
      record.missing(`no ${kind} was planted and taken, so that silence proves nothing`)
  const since = Math.min(...taken.map((each) => each.since ?? Number.POSITIVE_INFINITY))
  const recognised = view.exchanges().filter((x) => x.n > since && isRecognised(x))
  for (const _answer of recognised) record.saw()
  if (recognised.length === 0)
    record.missing('no answer in the words of the contract came after a secret was taken')
  const counts = hunt.counts ?? (({ marker }: Leak) => hunt.planted.includes(marker.kind))
  reportLeaks(record, leaksIn(view).filter(counts), hunt)
}

/** One finding for each place and kind. */
export function reportLeaks(
  record: Recorder,
  leaks: readonly Leak[],
  { message, expected }: Pick<Hunt, 'message' | 'expected'>,
): void {
  const told = new Set<string>()
  for (const { subject, pointer, marker } of leaks) {
    const key = `${subject.n} ${marker.kind}`
    if (told.has(key)) continue
    told.add(key)
    record.expect(false, subject, {
      message,
      expected,
      seen: `${marker.kind} written as ${marker.form}, in the answer to ${subject.operation}`,
      pointer,
    })
  }
}

/** The exchange by which a secret of the kind was first taken. */
export function firstTaken(view: View, kind: string): number | undefined {
  const taken = view.header.canaries.flatMap((canary) =>
    canary.kind === kind && canary.acceptedBy !== null ? [canary.acceptedBy] : [],
  )
  return taken.length === 0 ? undefined : Math.min(...taken)
}

/** An answer that speaks the contract's words: the envelope of an error, or an object that says `ok` or its identity. */
export function isRecognised(x: Exchange): boolean {
  if (errorCode(x) !== undefined) return true
  return isSuccess(x) && isObject(jsonOf(x)) && memberOf(x, 'ok') === true
}
