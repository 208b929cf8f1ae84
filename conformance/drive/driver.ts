import type { Contract } from '../../contracts/contract.ts'
import type {
  Delivery,
  Entry,
  Exchange,
  Header,
  Json,
  JsonObject,
  Operation,
  PrerequisiteId,
  Profile,
} from '../transcript.ts'
import type { BrowserAtHand } from './browser.ts'
import type { Canaries, RandomBytes } from './canaries.ts'
import type { RawResponse } from './transport.ts'

/** One request, with what the judge will want to know about it. */
export interface Sending {
  readonly operation: Operation
  readonly step: string
  readonly variant?: string
  /** Default: POST with a body, GET without. */
  readonly method?: string
  /** Below the target's base; with its query. */
  readonly path: string
  readonly headers?: readonly Header[]
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly body?: string | Uint8Array
  readonly about?: JsonObject
  readonly delivery?: Delivery
}

/** The sealed exchange, with the answer as it came for the driver's own use. */
export interface Sent {
  readonly exchange: Exchange
  readonly response: RawResponse | null
  /** The answer's body as JSON, unsealed; undefined where it is none. */
  readonly json: Json | undefined
}

/** What a scenario needs is not there; the runner notes it and goes on with the next scenario. */
export class Aborted extends Error {
  override readonly name = 'Aborted'
  readonly needed: PrerequisiteId | null
  readonly exchange: number | null
  constructor(message: string, needed: PrerequisiteId | null, exchange: number | null) {
    super(message)
    this.needed = needed
    this.exchange = exchange
  }
}

/** The suite itself failed while it drove: a fault of ours, whatever the target said to bring it about. */
export class Fault extends Aborted {
  constructor(what: string) {
    super(`the suite itself failed here, which is a fault of the suite: ${what}`, null, null)
  }
}

/** A header that the target's own test environment wants on a route, from the configuration. */
export interface RouteHeaders {
  readonly method?: string
  /** A path, or a prefix that ends with `*`. */
  readonly path?: string
  readonly set: readonly Header[]
}

/** How Stripe's API answers where it fails: JSON, or a page of something on the way to it. */
export interface StripeAnswer {
  readonly status: number
  /** Sent as JSON; a text is sent as HTML. */
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
/** From now on Stripe answers every creation of a session like this, until the returned function is called. */
export type FailSessions = (answer: StripeAnswer) => () => void

/** What a scenario drives with. */
export interface Driver {
  readonly contract: Contract
  readonly profile: Profile
  readonly canaries: Canaries
  readonly random: RandomBytes
  /** Milliseconds since the epoch, from the run's clock. */
  readonly now: () => number
  readonly webhookSecret: string | null
  /** The owner's session, as headers; null where none is configured. */
  readonly ownerHeaders: readonly Header[] | null
  readonly drainMs: number
  /** How many generated stories to tell, and the seed that they come from; none where it is absent. */
  readonly exploration?: { readonly stories: number; readonly seed: number }
  readonly send: (sending: Sending) => Promise<Sent>
  /** Sends all at once, the last bytes together; the exchanges are noted in the given order. */
  readonly race: (sendings: readonly Sending[]) => Promise<Sent[]>
  /** Waits while nothing is sent, and notes it, so that late effects can show. */
  readonly pause: (step: string, ms: number) => Promise<void>
  /** Null where no witness can do it. */
  readonly failSessions: FailSessions | null
  /** Notes something that is no exchange, e.g. what a browser showed. */
  readonly note: (make: (n: number, at: number) => Entry) => void
  /** The scenario's name, for notes. */
  readonly scenario: string
  /** Null where none is at hand. */
  readonly browser: BrowserAtHand | null
  /** The target's base. */
  readonly origin: URL
  /** Replaces every secret in a text by its marker: for what is noted beside the exchanges. */
  readonly seal: (text: string) => string
  /** The configured headers of a route. */
  readonly headersFor: (method: string, path: string) => readonly Header[]
}
