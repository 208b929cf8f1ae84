import type { Exchange, Operation } from '../transcript.ts'
import { errorCode, isSuccess, jsonOf, memberOf, show, statusOf } from './look.ts'

/** Where the id of what a write made stands in its answer. */
const idPaths: { readonly [operation in Operation]?: readonly string[] } = {
  'checkout.start': ['checkoutIntentId'],
  'decision.record': ['decision', 'decisionId'],
  'click.record': ['referralClickId'],
  'ledger.record': ['commissionLedger', 'commissionLedgerId'],
  'owner.act': ['reviewAction', 'actionId'],
}

/** The id of what a write made or replayed; undefined when the answer says neither. */
export function writtenId(exchange: Exchange): string | undefined {
  const id = memberOf(exchange, ...(idPaths[exchange.operation] ?? ['id']))
  return isSuccess(exchange) && typeof id === 'string' && id !== '' ? id : undefined
}

/** Taken for the first time. A first start may leave `duplicate` out (WIRE, where implementations may differ). */
export function isFirst(exchange: Exchange): boolean {
  const duplicate = memberOf(exchange, 'duplicate')
  if (writtenId(exchange) === undefined) return false
  return exchange.operation === 'checkout.start' ? duplicate !== true : duplicate === false
}

/** Answered as a replay. */
export function isReplay(exchange: Exchange): boolean {
  return writtenId(exchange) !== undefined && memberOf(exchange, 'duplicate') === true
}

/** Refused in WIRE's envelope by the route itself, for what the request says. */
export function isRefusal(exchange: Exchange, status?: number): boolean {
  const seen = statusOf(exchange) ?? 0
  return errorCode(exchange) !== undefined && seen < 500 && (status === undefined || seen === status)
}

/** A target that limits its callers has not judged the request. */
export function isLimited(exchange: Exchange): boolean {
  return statusOf(exchange) === 429
}

/** What an answer came to, for a finding: its status with its word, never a body. */
export function outcomeOf(exchange: Exchange): string {
  const { response } = exchange
  if (response === null) return 'no answer'
  const word = errorCode(exchange) ?? memberOf(exchange, 'status')
  const id = writtenId(exchange)
  return [
    `status ${response.status}`,
    typeof word === 'string' ? word : show(jsonOf(exchange), 80),
    ...(id === undefined ? [] : [`id ${id}, duplicate ${show(memberOf(exchange, 'duplicate'))}`]),
  ].join(', ')
}
