import { defineDefect } from '../define.ts'

export const unknownDefaultsTrue = defineDefect({
  id: 'unknown-defaults-true',
  breaks: 'ELG-06',
  summary: 'An intent that nobody knows takes decisions.',
  behaviour: (_good, { primaryOffer }) => ({
    unknownIntent: (id) => ({
      id,
      status: 'paid',
      createdAt: 1,
      updatedAt: 1,
      primaryPriceId: primaryOffer.priceId,
      bumpPriceIds: [],
      lines: [],
      amountCents: primaryOffer.unitAmountCents,
      currency: primaryOffer.currency,
      fingerprint: '',
      referralClickId: null,
      attributionId: null,
      successUrl: '',
      cancelUrl: '',
      lastEventCreated: 0,
      privates: {
        idempotencyKey: null,
        buyerEmail: null,
        agentClientId: null,
        auditCorrelationId: '',
        stripeSessionId: null,
        stripeCheckoutUrl: null,
        lastEventObject: null,
        lastEventId: null,
      },
    }),
    isCurrent: () => true,
    pathExpired: () => false,
  }),
})
