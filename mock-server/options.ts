import type { Contract } from '../contracts/contract.ts'
import type { Control } from './control/control.ts'
import type { Store } from './store/store.ts'
import type { HostedPay } from './stripe-twin/pay/hosted-pay.ts'
import type { StripeOptions } from './stripe-client.ts'

export interface GatewayOptions {
  readonly contract: Contract
  /** Without one the webhook answers 503. */
  readonly webhookSecret?: string
  readonly stripe?: StripeOptions
  /** Answers every start with 409 `live_mode_disabled`, as a sandbox with live mode switched on must. */
  readonly liveModeConfigured?: boolean
  /** The owner's bearer token. Without one nobody is the owner. */
  readonly ownerToken?: string
  /** Milliseconds since the epoch; the system's clock unless given. */
  readonly now?: () => number
  /** Random bytes for ids; the system's unless given. */
  readonly random?: (length: number) => Uint8Array
  /** In memory unless given. Worlds beside the default one share it, each under ids of its own. */
  readonly store?: Store
  /** Opens the control routes and the console (`/__control`) and keeps the journal. Closed unless `true`. */
  readonly control?: boolean
  /** How many worlds there may be beside the default one; the least recently used goes first. 0 allows none. */
  readonly maxNamespaces?: number
  /** How many journal entries each world keeps. */
  readonly journalSize?: number
  /** The twin's pay pages: what control pays, expires and redelivers through. */
  readonly pay?: PayPages
  /** Deviations to have, by id, applied in this order. */
  readonly defects?: readonly string[]
  /** A confirmed start answers as a preview that names the intent, and calls no Stripe (WIRE 3). */
  readonly testEnvironment?: boolean
  /** Where the pages are, for return addresses; the request's own origin unless given. */
  readonly publicOrigin?: string
}

export type PayPages = Pick<HostedPay, 'press' | 'redeliver' | 'sent' | 'keep' | 'putBack' | 'cancel'>

export interface Gateway {
  fetch(this: void, request: Request): Promise<Response>
  /** A hand on the default world, and by `control.in(name)` on any other: clock, journal, failures, defects, reset. */
  readonly control: Control
  /** Ends what is under way after answers, and closes the store. */
  close(this: void): Promise<void>
}
