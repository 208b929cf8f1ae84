/** Property names that stand for one private thing, and how a seed's phrase for that thing is recognised. */
interface PrivateThing {
  /** Tested against the phrase in lower case with its separators as blanks; left out: private under every seed. */
  readonly phrase?: RegExp
  readonly because: string
  /** In camel case; every other spelling follows. */
  readonly names: readonly string[]
}

/**
 * What the phrases of `serverPrivateFields` mean as property names. Only names that can hardly mean anything else: a
 * `brand`, an `eventId` or a `checkoutUrl` may be harmless, so those are left to the search for the values themselves.
 */
export const privateThings: readonly PrivateThing[] = [
  {
    phrase: /\bidempotency\b/,
    because: 'an idempotency key',
    names: ['idempotencyKey', 'idempotencyKeyHash', 'idempotencyToken'],
  },
  {
    phrase: /\b(?:audit|correlation)\b/,
    // A `correlationId` alone may be a request id by another name: whether it is fresh on each answer tells (RED-03).
    because: 'an audit correlation id',
    names: ['auditCorrelationId', 'auditCorrelation', 'auditId', 'auditLogId', 'auditTrailId'],
  },
  {
    phrase: /\bstripe\b/,
    because: 'a Stripe identifier',
    names: [
      ...[
        'stripeId',
        'stripeIds',
        'rawStripeId',
        'rawStripeIds',
        'stripeSession',
        'stripeSessionId',
        'sessionId',
      ],
      ...['stripeCheckoutSession', 'stripeCheckoutSessionId', 'checkoutSession', 'checkoutSessionId'],
      ...['paymentIntent', 'paymentIntentId', 'stripePaymentIntent', 'stripePaymentIntentId'],
      ...[
        'customer',
        'customerId',
        'stripeCustomer',
        'stripeCustomerId',
        'charge',
        'chargeId',
        'latestCharge',
      ],
      ...['stripeCharge', 'stripeChargeId', 'setupIntent', 'setupIntentId', 'subscription', 'subscriptionId'],
      ...[
        'stripeSubscription',
        'stripeSubscriptionId',
        'invoice',
        'invoiceId',
        'stripeInvoiceId',
        'refundId',
      ],
      ...[
        'clientSecret',
        'stripeEvent',
        'stripeEventId',
        'stripeAccount',
        'stripeAccountId',
        'stripeRequestId',
      ],
      ...['stripeProductId', 'stripePriceId', 'balanceTransaction', 'balanceTransactionId', 'paymentLinkId'],
      ...['clientReferenceId', 'stripeUrl', 'stripeCheckoutUrl', 'rawCheckoutUrl', 'stripeSignature'],
    ],
  },
  {
    phrase: /\be ?mails?\b/,
    because: "the buyer's email",
    names: [
      ...['email', 'emailAddress', 'emailHash', 'maskedEmail', 'emailMasked', 'buyerEmail', 'buyerEmailHash'],
      ...['customerEmail', 'customerDetails', 'receiptEmail', 'billingEmail', 'billingDetails', 'payerEmail'],
      ...['contactEmail'],
    ],
  },
  {
    phrase: /\b(?:payment methods?|cards?)\b/,
    because: 'a fact of the payment method',
    names: [
      ...[
        'paymentMethod',
        'paymentMethodId',
        'paymentMethodDetails',
        'stripePaymentMethodId',
        'defaultPaymentMethod',
      ],
      ...[
        'cardBrand',
        'cardNumber',
        'cardLast4',
        'cardLastFour',
        'last4',
        'lastFour',
        'cardFingerprint',
        'fingerprint',
      ],
      ...['expMonth', 'expYear', 'cardExpMonth', 'cardExpYear', 'cardExpiry', 'cvc', 'cvcCheck'],
    ],
  },
  {
    phrase: /\bmetadata\b/,
    because: 'private checkout metadata',
    names: [
      ...['metadata', 'checkoutMetadata', 'privateMetadata', 'privateCheckoutMetadata', 'sessionMetadata'],
      ...['stripeMetadata', 'agentClientId'],
    ],
  },
  {
    because: 'a private fact of a click (WIRE 7)',
    names: [
      ...['visitorKey', 'anonymousVisitorKey', 'visitorKeyHash', 'ip', 'ipAddress', 'ipHash', 'clientIp'],
      ...['clientAddress', 'remoteAddress', 'userAgent', 'userAgentHash', 'referrer', 'referer'],
    ],
  },
  {
    because: 'a secret of the implementation (WIRE 5)',
    names: [
      ...[
        'webhookSecret',
        'signingSecret',
        'stripeSecretKey',
        'secretKey',
        'expectedSignature',
        'computedSignature',
      ],
    ],
  },
]

const words = (name: string): string[] =>
  name
    .normalize('NFKC')
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** One form for every spelling of a name: `buyer_email`, `buyerEmail`, `Buyer-Email` and `buyer email` are alike. */
export function normaliseName(name: string): string {
  return words(name).join('')
}

/** A phrase in lower case with blanks between its words. */
export function normalisePhrase(phrase: string): string {
  return words(phrase).join(' ')
}

/** The usual spellings of a name: camel, snake, kebab and Pascal case. */
export function spellings(name: string): string[] {
  const parts = words(name)
  const pascal = parts.map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
  const camel = [parts[0] ?? '', ...pascal.slice(1)].join('')
  return [...new Set([camel, parts.join('_'), parts.join('-'), pascal.join('')])].filter(
    (each) => each !== '',
  )
}
