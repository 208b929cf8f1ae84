import type { Contract } from '../../contracts/contract.ts'
import type { Exchange } from '../transcript.ts'
import { isObject, isSuccess, memberOf, show, statusOf } from './look.ts'

/** The public state of an intent, as far as checks compare it. */
export interface CheckoutState {
  readonly status: string
  readonly eligible: boolean
  readonly updatedAt: number
}

/** The `checkout` of a read, or of a 409; undefined where it lacks what WIRE 6 says of it. */
export function stateIn(exchange: Exchange): CheckoutState | undefined {
  const status = memberOf(exchange, 'checkout', 'status')
  const eligible = memberOf(exchange, 'checkout', 'eligible')
  const updatedAt = memberOf(exchange, 'checkout', 'updatedAt')
  return typeof status === 'string' && typeof eligible === 'boolean' && typeof updatedAt === 'number'
    ? { status, eligible, updatedAt }
    : undefined
}

/** The state that a successful read gives of the intent that it asked for. */
export function stateRead(exchange: Exchange): CheckoutState | undefined {
  const asked = exchange.about['checkoutIntentId']
  const named = memberOf(exchange, 'checkout', 'checkoutIntentId')
  return isSuccess(exchange) && (asked === undefined || named === asked) ? stateIn(exchange) : undefined
}

/** A read's state in words. */
export function showState(exchange: Exchange): string {
  const state = stateIn(exchange)
  if (state !== undefined) return `status "${state.status}", eligible ${state.eligible}`
  const checkout = memberOf(exchange, 'checkout')
  return `${statusOf(exchange)}, checkout ${isObject(checkout) ? show(checkout) : show(checkout ?? null)}`
}

/** Whether the seed lets decisions in at this status. */
export function isOpenAt(contract: Contract, status: string): boolean {
  return contract.eligibleStatuses.includes(status)
}

/** A delivery that was taken: 200 in WIRE's words. */
export function isReceived(exchange: Exchange): boolean {
  return isSuccess(exchange) && memberOf(exchange, 'received') === true
}

/** The read that a step left behind: the first of the scenario after it, on the same intent. */
export function readAfter(reads: readonly Exchange[], exchange: Exchange): Exchange | undefined {
  return reads.find(({ n }) => n > exchange.n)
}
