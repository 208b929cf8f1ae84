import type { Exchange, Json } from '../transcript.ts'
import { jsonOf } from './look.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

/** One place of an answer with what stands there. */
export interface Leaf {
  readonly pointer: string
  /** As JSON, so that `1` and `"1"` differ. */
  readonly value: string
  readonly isText: boolean
}

/** The place that stands for all of a body. */
export const wholeBody = 'body whole'

const cache = new WeakMap<Exchange, ReadonlyMap<string, Leaf>>()

/** Headers that are never about a record: of the connection, the clock, and of what a proxy counts. */
const skipped =
  /^(?:date|age|expires|content-length|connection|keep-alive|transfer-encoding|location|x-response-time|x-runtime|x-ratelimit[a-z-]*|ratelimit[a-z-]*|retry-after|via|cf-ray|x-served-by|x-timer|x-cache[a-z-]*|x-request-id|traceparent|tracestate)$/i
const skippedMember = /(?:duration|elapsed|took|latency|millis|_ms|Ms|uptime)$/

/** Every place of an answer: status, header tokens, JSON leaves, the words of a page. */
export function leavesOf(x: Exchange): ReadonlyMap<string, Leaf> {
  let leaves = cache.get(x)
  if (leaves === undefined) cache.set(x, (leaves = readLeaves(x)))
  return leaves
}

function readLeaves(x: Exchange): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>()
  const { response } = x
  if (response === null) return leaves
  const put = (place: string, leaf: Leaf) => leaves.set(place, leaf)
  put('status', { pointer: '/response/status', value: String(response.status), isText: false })
  put('reason', { pointer: '/response/reason', value: response.reason, isText: true })
  for (const [list, headers] of [
    ['headers', response.headers],
    ['trailers', response.trailers],
  ] as const) {
    for (const [i, [name, value]] of headers.entries()) {
      if (skipped.test(name)) continue
      const pointer = `/response/${list}/${i}`
      for (const [nth, token] of value.split(/[;,=\s"]+/).entries())
        put(`${list} ${name.toLowerCase()} ${nth}`, { pointer, value: token, isText: true })
    }
  }
  const json = jsonOf(x)
  if (json !== undefined) walk(json, '', put)
  else words(response.body, put)
  // Blanks, line ends and member order are read by no other leaf: what they tell shows in the length of the whole.
  put(wholeBody, { pointer: '/response/body', value: response.body, isText: true })
  return leaves
}

function walk(value: Json, pointer: string, put: (place: string, leaf: Leaf) => void): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries<Json>(value)) {
      if (skippedMember.test(name)) continue
      walk(inner, `${pointer}/${escapeToken(name)}`, put)
    }
    return
  }
  put(`body ${pointer}`, {
    pointer: `/response/body${pointer}`,
    value: JSON.stringify(value),
    isText: typeof value === 'string',
  })
}

/**
 * The words of a text that is no JSON, each a place of its own that is there or not: wherever it stands, a word that
 * follows from a secret is on each page of one world and on none of the other.
 */
function words(body: string, put: (place: string, leaf: Leaf) => void): void {
  for (const word of new Set(body.split(/[\s<>"'=&;?/()]+/)))
    put(`word ${word}`, { pointer: '/response/body', value: 'present', isText: false })
}
