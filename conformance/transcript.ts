import type { Seed } from '../contracts/contract.ts'
import type { Settings } from '../contracts/settings.ts'
import type { Profile } from '../contracts/requirements/index.ts'
import type { Waiver } from './waivers.ts'

export { profiles } from '../contracts/requirements/index.ts'
export type { Profile } from '../contracts/requirements/index.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** What a request is about, by role and not by path: paths belong to the seed. */
export type Operation =
  | 'source-data.read'
  | 'commerce-source-data.read'
  | 'agent-docs.read'
  | 'checkout.read'
  | 'checkout.start'
  | 'checkout.redirect'
  | 'webhook.deliver'
  | 'decision.read'
  | 'decision.record'
  | 'click.record'
  | 'ledger.read'
  | 'ledger.record'
  | 'owner.read'
  | 'owner.act'
  | 'page.preview'
  | 'page.success'
  | 'page.cancel'
  | 'page.post-purchase'
  | 'other'

export type Header = readonly [name: string, value: string]

export interface SentRequest {
  readonly method: string
  /** Path with query, relative to the target's base. */
  readonly path: string
  readonly headers: readonly Header[]
  readonly body: string | null
}

export interface ReceivedResponse {
  readonly status: number
  readonly reason: string
  readonly headers: readonly Header[]
  readonly trailers: readonly Header[]
  /** The body after content decoding, as text (bytes that are no UTF-8 are replaced). */
  readonly body: string
  /** Secrets seen in the raw bytes of the connection and nowhere else (chunk extensions, dropped headers, interim answers). */
  readonly wire: readonly string[]
  /** Set when a cap cut the answer short: what was kept is a prefix. `transcript`: the run had kept too much already. */
  readonly truncated?: 'body' | 'headers' | 'transcript'
}

export interface Failure {
  /** `unsent`: the suite did not ask, since too much was left without a complete answer before. */
  readonly kind: 'unsent' | 'refused' | 'timeout' | 'reset' | 'protocol' | 'too-large' | 'other'
  readonly message: string
}

/** What was signed, how, and what it said; only on a delivery. */
export interface Delivery {
  readonly eventType: string
  /** `valid`, or the name of the fault in the signature. */
  readonly signature: string
  /** The n-th time that this event id is sent, from 1. */
  readonly attempt: number
}

/** One request with its response, as on the wire; secrets are replaced by markers (see `markers.ts`). */
export interface Exchange {
  readonly kind: 'exchange'
  /** Position in the transcript, from 1. */
  readonly n: number
  readonly scenario: string
  /** What the driver did, unique in meaning within the scenario: `start`, `near-miss`, `decide-again`. */
  readonly step: string
  /** Which of several alike. */
  readonly variant?: string
  readonly operation: Operation
  /** Milliseconds since the run began. */
  readonly sentAt: number
  readonly tookMs: number
  readonly request: SentRequest
  readonly response: ReceivedResponse | null
  readonly failure?: Failure
  readonly delivery?: Delivery
  /** What the driver knew when it sent this, for the judge: ids of the intents concerned, amounts, the world. */
  readonly about: JsonObject
}

/** A call that the twin saw. */
export interface WitnessedCall {
  readonly kind: 'call'
  readonly n: number
  readonly at: number
  readonly method: string
  readonly path: string
  readonly host: string
  /** The operation of the stripe package, or null when no operation has this method and path. */
  readonly operation: string | null
  readonly mutating: boolean
  readonly keyMode: 'test' | 'live' | 'none' | 'malformed'
  readonly idempotencyKey: string | null
  readonly params: Json
  readonly status: number
}

/** What a browser showed: recorded only when one is at hand. */
export interface PageView {
  readonly kind: 'page'
  readonly n: number
  readonly scenario: string
  readonly step: string
  readonly variant?: string
  readonly operation: Operation
  readonly at: number
  /** What was looked at, by name, e.g. whether the start button was enabled. */
  readonly observed: JsonObject
  readonly html: string
  readonly requests: readonly {
    readonly method: string
    readonly url: string
    readonly body: string | null
  }[]
}

/** The scenario could not go on: a step that others build on did not come about. */
export interface Abort {
  readonly kind: 'abort'
  readonly n: number
  readonly scenario: string
  readonly at: number
  /** The exchange that did not give what was needed; null where there was none. */
  readonly exchange: number | null
  readonly needed: PrerequisiteId | null
  /** True where the suite itself failed: what the scenario was for is then an error of ours, and no finding. */
  readonly fault?: true
  readonly message: string
}

/** A pause in which nothing was sent, so that late effects could show. */
export interface Pause {
  readonly kind: 'pause'
  readonly n: number
  readonly scenario: string
  readonly step: string
  readonly at: number
  readonly ms: number
}

export type Entry = Exchange | WitnessedCall | PageView | Abort | Pause

/** A step that many scenarios build on, and whose failure is reported once, by the check that owns it. */
export type PrerequisiteId =
  | 'source-data'
  | 'checkout-read'
  | 'decision-read'
  | 'webhook'
  | 'start'
  | 'pay'
  | 'decide'
  | 'click'
  | 'attribute'
  | 'ledger'
  | 'owner-gate'
  | 'owner'
  | 'pages'
  | 'witness'

/** A planted secret, without its value. */
export interface Canary {
  /** `kind#index`, unique in the run. */
  readonly id: string
  readonly kind: string
  /** Keyed digest of the value; the key is not kept. */
  readonly digest: string
  /** The exchange whose answer proves that the target took it; null: no proof, so silence proves nothing. */
  readonly acceptedBy: number | null
}

export interface TranscriptHeader {
  readonly kind: 'header'
  readonly format: 1
  readonly suite: string
  readonly target: string
  readonly profile: Profile
  /** What was configured, by name and without values: decides what is `not-applicable`, and what would unlock it. */
  readonly configured: readonly ('webhookSecret' | 'owner' | 'witness' | 'browser')[]
  /** ISO 8601, from the run's clock. */
  readonly startedAt: string
  readonly deadlineMs: number
  readonly drainMs: number
  /** The scenarios that were driven, in order. */
  readonly scenarios: readonly string[]
  /** Set when the user chose a part of the suite: such a run certifies nothing. */
  readonly only: string | null
  readonly seed: Seed
  readonly settings: Settings
  /** Texts that the target publishes on a GET and that were used in place of the configured ones. */
  readonly published: { readonly ledgerText?: string; readonly ownerText?: string }
  readonly canaries: readonly Canary[]
  /** The baseline that the run was judged with. */
  readonly waivers: readonly Waiver[]
}

export interface Transcript {
  readonly header: TranscriptHeader
  readonly entries: readonly Entry[]
}
