import type { Exchange, Json, JsonObject } from '../transcript.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

const parsed = new WeakMap<Exchange, { readonly json: Json | undefined }>()

/** The answer's body as JSON, or undefined where it is none. The content type does not matter here. */
export function jsonOf(exchange: Exchange): Json | undefined {
  let entry = parsed.get(exchange)
  if (entry === undefined) {
    entry = { json: exchange.response === null ? undefined : parseJson(exchange.response.body) }
    parsed.set(exchange, entry)
  }
  return entry.json
}

/** Deeper than this no honest answer goes; a hostile one must not exhaust the stack of whoever walks it. */
const maxDepth = 256

/** A text as JSON; undefined where it is none, or is nested beyond all reason. */
export function parseJson(text: string): Json | undefined {
  if (nestsDeeperThan(text, maxDepth)) return undefined
  try {
    return JSON.parse(text, /\\ud[89a-f]/i.test(text) ? wellFormed : undefined) as Json
  } catch {
    return undefined
  }
}

/** Half a surrogate pair, which JSON can escape, has no UTF-8: sent back in a path, it would end the run. */
function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value
}

function nestsDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (quoted) {
      if (character === '\\') i += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > limit) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of a JSON value by its path; own members only, so `__proto__` in an answer is a name like another. */
export function member(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let at: Json | undefined = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Record<string | number, Json>)[key]
  }
  return at
}

export function memberOf(exchange: Exchange, ...path: readonly (string | number)[]): Json | undefined {
  return member(jsonOf(exchange), ...path)
}

export function statusOf(exchange: Exchange): number | undefined {
  return exchange.response?.status
}

export function isSuccess(exchange: Exchange): boolean {
  const status = statusOf(exchange)
  return status !== undefined && status >= 200 && status < 300
}

/** Answered "later" (429, or 503 with Retry-After): the target limits its callers, and has not judged the request. */
export function isPutOff(exchange: Exchange): boolean {
  const status = statusOf(exchange)
  return status === 429 || (status === 503 && responseHeader(exchange, 'retry-after') !== undefined)
}

/** The error word of a refusal in WIRE's envelope: `{ok: false, code}` with a 4xx or 5xx status. */
export function errorCode(exchange: Exchange): string | undefined {
  const status = statusOf(exchange)
  const code = memberOf(exchange, 'code')
  return status !== undefined &&
    status >= 400 &&
    memberOf(exchange, 'ok') === false &&
    typeof code === 'string'
    ? code
    : undefined
}

/** Refused for its size by whatever stands in front of the routes: WIRE leaves the body of such an answer free. */
export function isTooLong(exchange: Exchange): boolean {
  return [413, 414, 431].includes(statusOf(exchange) ?? 0)
}

/** The intent that a start gave, whether as a session or as a test environment's preview. */
export function startedIntent(exchange: Exchange): string | undefined {
  const id = memberOf(exchange, 'checkoutIntentId')
  return isSuccess(exchange) && typeof id === 'string' && id !== '' ? id : undefined
}

/** An answer that says in WIRE's words that nothing was started. */
export function isPreview(exchange: Exchange): boolean {
  return (
    isSuccess(exchange) && memberOf(exchange, 'status') === 'preview' && startedIntent(exchange) === undefined
  )
}

export function headerValues(headers: Exchange['request']['headers'], name: string): string[] {
  const wanted = name.toLowerCase()
  return headers.flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : []))
}

export function responseHeader(exchange: Exchange, name: string): string | undefined {
  return exchange.response === null ? undefined : headerValues(exchange.response.headers, name)[0]
}

/** Every text of an answer, with the pointer that evidence uses. */
export function textsOf(exchange: Exchange): { readonly pointer: string; readonly text: string }[] {
  const { response } = exchange
  if (response === null) return []
  return [
    { pointer: '/response/reason', text: response.reason },
    ...response.headers.map(([name, value], i) => ({
      pointer: `/response/headers/${i}`,
      text: `${name}: ${value}`,
    })),
    ...response.trailers.map(([name, value], i) => ({
      pointer: `/response/trailers/${i}`,
      text: `${name}: ${value}`,
    })),
    { pointer: '/response/body', text: response.body },
    ...response.wire.map((text, i) => ({ pointer: `/response/wire/${i}`, text })),
  ]
}

/** Every object within a JSON value with its pointer, outermost first. */
export function* objectsIn(
  value: Json | undefined,
  pointer = '',
): Generator<{ pointer: string; object: JsonObject }> {
  if (typeof value !== 'object' || value === null) return
  if (isObject(value)) yield { pointer, object: value }
  for (const [key, inner] of Object.entries(value)) {
    yield* objectsIn(inner, `${pointer}/${escapeToken(key)}`)
  }
}

/** A value as a report shows it: JSON, cut to a readable length. */
export function show(value: unknown, limit = 160): string {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing')
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}

/** Equal as JSON, whatever the order of members. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(member(a, key), member(b, key)))
  )
}
