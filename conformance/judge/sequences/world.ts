import type { Contract } from '../../../contracts/contract.ts'
import type { Exchange, Json } from '../../transcript.ts'
import { isObject, member, parseJson } from '../look.ts'
import type { CheckoutState } from '../state.ts'

/** What the contract says of one answer, and whether it held. Every expectation is a MUST of the catalogue. */
export interface Expectation {
  readonly requirement: string
  readonly holds: boolean
  readonly exchange: Exchange
  readonly message: string
  readonly expected: string
  readonly seen: string
  readonly pointer: string
}

/** What a command gives to judge; null where its answer leaves the model without knowledge: the story is judged no further. */
export type Told = readonly Expectation[] | null

/** What happened to an intent since its state was last read. */
export type Touch =
  | { readonly by: 'event'; readonly event: EventKind; readonly from: readonly string[] }
  | { readonly by: 'repeated-event' | 'foreign-event' }
  | { readonly by: 'decision' | 'replayed-decision' | 'stale-decision' | 'refused-decision' }
  | { readonly by: 'other-start' | 'something' }

export type EventKind = 'paid' | 'unpaid' | 'async-succeeded' | 'async-failed' | 'expired'

/** A read state with what else the post-purchase read says of the intent. */
export interface Look extends CheckoutState {
  readonly amountCents: Json
  readonly currency: Json
  readonly bumps: readonly string[]
}

export interface Intent {
  readonly id: string
  readonly clickId: string | null
  known: Look | null
  /** The statuses that the next read may show; null before the first. */
  may: readonly string[] | null
  touches: Touch[]
  decisions: number
  ledgerId: string | null
}

export interface Recorded {
  readonly intentId: string
  readonly kind: string
  readonly id: string
  /** The intent's `updatedAt` when it was recorded. */
  readonly at: number
}

export interface Entry {
  readonly intentId: string
  /** What happens to its intent may touch an entry: nothing is certain until a write shows it again. */
  certain: boolean
  updatedAt: number
  ledgerStatus: Json | undefined
  reviewStatus: Json | undefined
  payoutStatus: Json | undefined
}

/** What the model knows of the target's state, all of it learnt from answers within one story. */
export interface World {
  readonly contract: Contract
  readonly intents: Map<string, Intent>
  /** By idempotency key. */
  readonly starts: Map<
    string,
    { readonly id: string; readonly bumps: string; readonly clickId: string | null }
  >
  readonly decisions: Map<string, Recorded>
  /** Keys of refused decisions, each with the requirement under which nothing was to be recorded. */
  readonly refused: Map<string, string>
  readonly clicks: Map<string, string>
  readonly ledgers: Map<string, string>
  readonly actions: Map<string, string>
  /** Ids of the events that were received. */
  readonly events: Set<string>
  readonly entries: Map<string, Entry>
}

export function createWorld(contract: Contract): World {
  return {
    contract,
    intents: new Map(),
    starts: new Map(),
    decisions: new Map(),
    refused: new Map(),
    clicks: new Map(),
    ledgers: new Map(),
    actions: new Map(),
    events: new Set(),
    entries: new Map(),
  }
}

/** A member of the request's body. */
export function asked(x: Exchange, ...path: readonly string[]): Json | undefined {
  const json = x.request.body === null ? undefined : parseJson(x.request.body)
  return isObject(json) ? member(json, ...path) : undefined
}

/** The same as a text; the empty one where it is none. */
export function askedText(x: Exchange, ...path: readonly string[]): string {
  const value = asked(x, ...path)
  return typeof value === 'string' ? value : ''
}

export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').sort() : []
}
