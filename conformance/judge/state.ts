import type { Contract } from '../../contracts/contract.ts'
import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import { isObject, isSuccess, memberOf, show, statusOf } from './look.ts'
import type { View } from './view.ts'

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

/** The state that the first read of a step gives, to compare later ones with; says what is missing where there is none. */
export function baseline(
  view: View,
  record: Recorder,
  where: { readonly scenario: string; readonly step: string },
): CheckoutState | undefined {
  const [first] = view.exchanges(where)
  const state = first === undefined ? undefined : stateRead(first)
  if (state === undefined)
    record.missing(`${where.scenario}: the state of the intent could not be read at first`)
  return state
}

/** Expects the read to show the state of before: status and eligibility, and `updatedAt` where nothing may touch it. */
export function expectSame(
  record: Recorder,
  read: Exchange,
  before: CheckoutState | undefined,
  message: string,
  touched: 'may be touched' | 'untouched' = 'may be touched',
): void {
  if (before === undefined) return
  const state = stateRead(read)
  const same = state?.status === before.status && state.eligible === before.eligible
  const still = touched === 'may be touched' || state?.updatedAt === before.updatedAt
  record.expect(same && still, read, {
    message,
    expected: `status "${before.status}", eligible ${before.eligible}${touched === 'untouched' ? ', updatedAt as before' : ''}`,
    seen: `${showState(read)}${same && !still ? ', updatedAt moved' : ''}`,
    pointer: '/response/body/checkout',
  })
}
