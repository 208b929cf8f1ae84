import type { Exchange, Json } from '../transcript.ts'
import { jsonIn } from './embedded-json.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

export interface AuditName {
  readonly exchange: Exchange
  readonly name: string
  readonly pointer: string
}

const audit = /audit/i
const correlation = /correlation/i
/** An id has eight characters or more and a digit; a word, a flag or a status is none. */
const idLike = /^(?=.*\d)[A-Za-z0-9_.:-]{8,}$/

/**
 * Ids under a name that says audit, and correlation ids that more than one answer carries: one that is fresh on each
 * answer is a request id by another name.
 */
export function auditNamesIn(exchanges: readonly Exchange[]): AuditName[] {
  const named = exchanges.flatMap((exchange) => [...namedValues(exchange)])
  const answersWith = new Map<string, Set<number>>()
  for (const { exchange, value } of named) {
    const answers = answersWith.get(value) ?? new Set<number>()
    answersWith.set(value, answers.add(exchange.n))
  }
  const all = exchanges.length
  const told = new Set<string>()
  return named.filter(({ exchange, name, value }) => {
    const answers = answersWith.get(value)?.size ?? 0
    // The same on every answer is a fact of the deployment.
    const isFinding = audit.test(name) || (correlation.test(name) && answers >= 2 && answers < all / 2)
    const key = `${exchange.operation} ${name}`
    if (!isFinding || told.has(key)) return false
    told.add(key)
    return true
  })
}

function* namedValues(exchange: Exchange): Generator<AuditName & { value: string }> {
  for (const [i, [name, value]] of (exchange.response?.headers ?? []).entries())
    if (isNamed(name) && idLike.test(value))
      yield { exchange, name: name.toLowerCase(), value, pointer: `/response/headers/${i}` }
  for (const { pointer, json } of jsonIn(exchange)) yield* within(exchange, json, pointer)
}

function* within(exchange: Exchange, value: Json, pointer: string): Generator<AuditName & { value: string }> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries<Json>(value)) {
    const at = `${pointer}/${escapeToken(name)}`
    if (typeof inner === 'string' && isNamed(name) && idLike.test(inner))
      yield { exchange, name, value: inner, pointer: at }
    yield* within(exchange, inner, at)
  }
}

function isNamed(name: string): boolean {
  return audit.test(name) || correlation.test(name)
}
