import type { Contract } from '../contracts/contract.ts'
import type { Store } from './store/store.ts'
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
  /** In memory unless given. */
  readonly store?: Store
  /** Deviations to have, by id, applied in this order. */
  readonly defects?: readonly string[]
  /** A confirmed start answers as a preview that names the intent, and calls no Stripe (WIRE 3). */
  readonly testEnvironment?: boolean
  /** Where the pages are, for return addresses; the request's own origin unless given. */
  readonly publicOrigin?: string
}

export interface Gateway {
  fetch(this: void, request: Request): Promise<Response>
  /** Ends what is under way after answers, and closes the store. */
  close(this: void): Promise<void>
}
