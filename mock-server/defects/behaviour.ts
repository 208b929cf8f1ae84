import type Stripe from 'stripe'
import type { Offer } from '../../contracts/contract.ts'
import type { ReferralLink } from '../../contracts/settings.ts'
import type { OwnerAction } from '../domain/owner-review.ts'
import type { PageFacts, PageName } from '../pages/page.ts'
import type {
  Attribution,
  Click,
  Decision,
  Intent,
  IntentLine,
  IntentStatus,
  LedgerEntry,
  LedgerStatuses,
} from '../domain/records.ts'
import type { StripeEvent } from '../domain/webhook.ts'
import type { Fields } from '../http/fields.ts'
import type { Store, Transaction } from '../store/store.ts'

export type Operation = 'checkout' | 'decision' | 'click' | 'ledger' | 'owner' | 'webhook'
export type ConfirmationPlace = 'checkout' | 'decision' | 'ledger' | 'owner'

/** What a hook may do. `later` runs work after a delay (ms), unless the gateway is closed before. */
export interface Effects {
  readonly stripe: Stripe | null
  /** The way to Stripe that the client uses, for work that goes past the stripe package. */
  readonly stripeFetch: (request: Request) => Promise<Response>
  readonly stripeBase: string
  readonly store: Store
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly later: (delay: number, work: () => Promise<unknown>) => void
}

export interface Delivery {
  readonly payload: Uint8Array
  readonly signature: string | null
  readonly secret: string
  /** Milliseconds since the epoch. */
  readonly receivedAt: number
}
export type Verified = { readonly event: unknown } | { readonly refusal: string }

export interface Commission {
  readonly ruleIds: readonly string[]
  readonly grossSaleCents: number
  readonly commissionCents: number
}

/**
 * Every decision of the gateway that an implementation could get wrong, as small functions. `correct.ts` holds the right
 * ones; a defect replaces one or a few of them.
 */
export interface Behaviour {
  // Confirmation
  confirms(given: unknown, expected: string, place: ConfirmationPlace): boolean
  /** Where the confirmation text is taken from. */
  confirmationOf(fields: Fields, request: Request): unknown
  wantsPreview(fields: Fields): boolean
  /** The offer that may be sold as the primary one under this price; undefined refuses. */
  primaryOf(priceId: string | undefined): Offer | undefined
  /** The bumps for these prices, duplicates collapsed; undefined refuses. */
  bumpsOf(priceIds: readonly string[]): readonly Offer[] | undefined
  amountOf(lines: readonly IntentLine[], fields: Fields): number
  /** The URL that Stripe sends the buyer back to: `own`, or `given` where it is of the same origin. */
  returnUrl(given: string | undefined, own: string): string
  /** Runs before the confirmation text of a start is looked at. */
  beforeConfirmation(effects: Effects, fields: Fields): Promise<void>
  startedIntent(intent: Intent, fields: Fields): Intent

  // Eligibility
  isEligible(status: IntentStatus, place: 'read' | 'write' | 'page' | 'ledger'): boolean
  /** The status that a verified event moves the intent to; null leaves it. */
  nextStatus(intent: Intent, event: StripeEvent): IntentStatus | null
  intentIdOf(event: StripeEvent): string | null
  /** A code that refuses a verified event whole. */
  refusesEvent(event: StripeEvent): string | null
  /** Whether the event's amount or currency is not the intent's. */
  contradicts(intent: Intent, event: StripeEvent): boolean
  /** Whether the post-purchase path of an eligible intent is over at `now` (seconds). */
  pathExpired(intent: Intent, now: number): boolean
  /** What stands in for an intent that the store does not have. */
  unknownIntent(id: string): Intent | undefined
  onPageVisit(page: PageName, intent: Intent | undefined, effects: Effects): Promise<void>

  // Non-billing
  afterDecision(
    effects: Effects,
    outcome: { readonly decision: Decision; readonly intent: Intent | undefined; readonly replay: boolean },
  ): Promise<void>
  onDecisionRead(effects: Effects, intent: Intent | undefined): Promise<void>
  intentAfterDecision(intent: Intent, now: number): Intent
  /** The offer that a decision kind is about; undefined refuses the kind. */
  presentedOffer(decisionKind: string): string | undefined
  sessionParams(params: Stripe.Checkout.SessionCreateParams): Stripe.Checkout.SessionCreateParams
  /** The `Idempotency-Key` of the session-create. */
  stripeIdempotencyKey(key: string | null, intentId: string): Promise<string | undefined>
  onReplayedStart(effects: Effects, intent: Intent): Promise<void>
  /** The session that stands for one that Stripe failed to create; undefined answers that it failed. */
  stripeFailed(error: unknown): { readonly id: string; readonly url: string | null } | undefined

  // Idempotency
  /** The key of a request: undefined when there is none, null when it is not usable. */
  keyOf(fields: Fields, headers: Headers): string | undefined | null
  /** The form under which keys are compared. */
  keyName(key: string): string
  /** What a key belongs to: keys of two scopes never meet. */
  keyScope(operation: Operation, fields: Fields): string
  requiresKey(operation: Operation): boolean
  /** Whether a known key is looked up at all. */
  remembersKeys(operation: Operation): boolean
  sameRequest(operation: Operation, recorded: string, asked: string): boolean
  atomically<Result>(
    operation: Operation,
    store: Store,
    work: (tx: Transaction) => Promise<Result>,
  ): Promise<Result>
  countsReplay(operation: Operation): boolean

  // Staleness
  /** An expected time: whole seconds above zero; undefined refuses. */
  versionOf(given: unknown): number | undefined
  isCurrent(given: number, actual: number, place: 'decision' | 'owner'): boolean
  /** The `updatedAt` after a change at `now` (seconds). */
  moved(updatedAt: number, now: number, what: 'intent' | 'ledger'): number
  /** Whether a replay, too, must name the present state. */
  replayMustBeCurrent(): boolean
  /** Whether a write answered 409 for a stale state is kept. */
  keepsStaleWrite(): boolean

  // Webhook
  verifyWebhook(delivery: Delivery): Promise<Verified>
  /** The event in a verified payload; null when it is none. */
  readEvent(payload: unknown): StripeEvent | null
  /** What makes two deliveries the same event. */
  eventKey(event: StripeEvent): string
  remembersEvents(): boolean
  /** Whether an event is remembered before its effect is there. */
  remembersEventsFirst(): boolean

  // Attribution
  linkOf(given: { readonly referralLinkId?: string; readonly code?: string }): ReferralLink | undefined
  destinationFits(link: ReferralLink, destinationRoute: string): boolean
  attributable(click: Click): boolean
  unknownClick(id: string): Click | undefined
  sameReferral(intent: Intent, clickId: string | undefined): boolean
  attributionOf(attribution: Attribution, click: Click): Attribution

  // Ledger
  requiresAttribution(): boolean
  /** Whether an intent that has an entry, or is to get one, takes no other. */
  oneEntryPerIntent(earlier?: LedgerEntry): boolean
  /** Undefined when a line has no rule. */
  commissionOf(intent: Intent): Commission | undefined
  ledgerEntry(entry: LedgerEntry): LedgerEntry

  // Owner gate
  /** Whether a request for this method and path needs the owner. */
  gates(method: string, pathname: string): boolean
  isOwner(headers: Headers, ownerToken: string | undefined): Promise<boolean>
  ownerTransition(
    entry: LedgerEntry,
    action: OwnerAction,
  ): { readonly next: LedgerStatuses } | { readonly refusal: string }
  publicReason(action: OwnerAction, reason: string | undefined): string

  // Pages
  escape(text: string): string
  pageFacts(facts: PageFacts): PageFacts

  // Source data and robustness
  decisionTotal(total: number): number
  methodsOf(route: string, methods: readonly string[]): readonly string[]
  parseJson(text: string): unknown
  /** In bytes. */
  bodyLimit(): number
  /** The id in a path's last segment, as it stands in the URL. */
  pathId(segment: string): string
}
