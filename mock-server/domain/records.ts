/** Statuses of a checkout intent (WIRE 5). */
export type IntentStatus =
  | 'pending_stripe'
  | 'stripe_session_created'
  | 'stripe_error'
  | 'paid'
  | 'completed'
  | 'payment_failed'
  | 'expired'

/** What only the server may know of an intent. No projection reads it, but for the redirect's `Location`. */
export interface IntentPrivates {
  readonly idempotencyKey: string | null
  readonly buyerEmail: string | null
  readonly agentClientId: string | null
  readonly auditCorrelationId: string
  readonly stripeSessionId: string | null
  readonly stripeCheckoutUrl: string | null
  /** The object of the last event that named this intent, as Stripe sent it. */
  readonly lastEventObject: Readonly<Record<string, unknown>> | null
  readonly lastEventId: string | null
}

/** A checkout intent. Times are Unix seconds, amounts integer cents. */
export interface Intent {
  readonly id: string
  readonly status: IntentStatus
  readonly createdAt: number
  readonly updatedAt: number
  readonly primaryPriceId: string
  readonly bumpPriceIds: readonly string[]
  readonly lines: readonly IntentLine[]
  readonly amountCents: number
  readonly currency: string
  /** What the key was bound to, without the referral click, which is compared apart. */
  readonly fingerprint: string
  readonly referralClickId: string | null
  readonly attributionId: string | null
  readonly successUrl: string
  readonly cancelUrl: string
  /** `created` of the last event that changed the status; 0 before the first. */
  readonly lastEventCreated: number
  /** When an event first made it eligible; absent before. */
  readonly eligibleSince?: number
  readonly privates: IntentPrivates
}

export interface IntentLine {
  readonly kind: 'primary' | 'bump'
  readonly priceId: string
  readonly title: string
  readonly unitAmountCents: number
}

export interface Decision {
  readonly id: string
  readonly checkoutIntentId: string
  readonly offerStackId: string
  readonly presentedOfferId: string
  readonly decisionKind: string
  readonly checkoutStatus: IntentStatus
  readonly checkoutUpdatedAt: number
  readonly actorKind: string
  readonly createdAt: number
}

export interface Click {
  readonly id: string
  readonly referralLinkId: string
  readonly referralCode: string | null
  readonly partnerId: string | null
  readonly destinationRoute: string
  readonly createdAt: number
  readonly privates: {
    readonly visitorKey: string | null
    readonly userAgent: string | null
    readonly referrer: string | null
  }
}

export interface Attribution {
  readonly id: string
  readonly checkoutIntentId: string
  readonly referralClickId: string
  readonly referralLinkId: string
  readonly referralCode: string | null
  readonly partnerId: string | null
  readonly destinationRoute: string
}

export interface LedgerEntry {
  readonly id: string
  readonly checkoutIntentId: string
  readonly attribution: Attribution
  readonly commissionRuleIds: readonly string[]
  readonly sourceCheckoutStatus: IntentStatus
  readonly grossSaleCents: number
  readonly commissionCents: number
  readonly currency: string
  readonly ledgerStatus: string
  readonly reviewStatus: string
  readonly payoutStatus: string
  readonly refundWindowDays: number
  readonly reversibleUntil: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly agentClientId: string | null
}

export interface Review {
  readonly id: string
  readonly commissionLedgerId: string
  readonly actionKind: string
  readonly previous: LedgerStatuses
  readonly next: LedgerStatuses
  readonly reasonPublic: string
  /** Free text of the owner's: stored for the audit, never projected. */
  readonly reason: string | null
  readonly createdAt: number
}

export interface LedgerStatuses {
  readonly ledgerStatus: string
  readonly reviewStatus: string
  readonly payoutStatus: string
}

/** What an idempotency key of one operation stands for. */
export interface KeyRecord {
  readonly id: string
  /** Names what was asked: a replay must ask the same. */
  readonly fingerprint: string
  readonly recordId: string
}

export interface EventRecord {
  readonly id: string
  readonly type: string
  readonly receivedAt: number
}

/** A running count. `group` says of what; the members are public-safe dimensions of it. */
export interface Tally {
  readonly id: string
  readonly group: TallyGroup
  readonly dimensions: readonly string[]
  readonly total: number
  readonly lastAt: number
  readonly grossCents: number
  readonly commissionCents: number
}
export type TallyGroup = 'decision' | 'click' | 'attribution' | 'ledger' | 'review'
