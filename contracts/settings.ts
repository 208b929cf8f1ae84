/** Routes under their role. The seed names the first group; the second is WIRE's and can be set by configuration. */
export interface Routes {
  readonly sourceData: string
  readonly commerceSourceData: string
  readonly checkout: string
  readonly webhook: string
  readonly decisions: string
  readonly preview: string
  readonly success: string
  readonly postPurchase: string
  readonly cancel: string
  readonly clicks: string
  readonly ledger: string
  readonly ownerActions: string
  readonly agentDocs: string
}

/** A referral link of the target. The seed names none, so it is configuration. */
export interface ReferralLink {
  readonly referralLinkId: string
  readonly destinationRoute: string
  readonly code?: string
  readonly partnerId?: string
}

/** What the seed does not say, with the values that WIRE gives (sections 7 to 10). */
export interface Settings {
  readonly routes: Pick<Routes, 'cancel' | 'clicks' | 'ledger' | 'ownerActions' | 'agentDocs'>
  readonly ledgerConfirmationText: string
  readonly ownerConfirmationText: string
  /** Basis points of the line's amount. */
  readonly commissionRates: { readonly primaryBps: number; readonly bumpBps: number }
  readonly refundWindowDays: number
  /** `destinationRoute` left out means: the stack's linked funnel (eligible), its preview page (ineligible). */
  readonly referralLinks: {
    readonly eligible: Omit<ReferralLink, 'destinationRoute'> & { readonly destinationRoute?: string }
    readonly ineligible: Omit<ReferralLink, 'destinationRoute'> & { readonly destinationRoute?: string }
  }
}

/** WIRE's values for what no seed says; configuration may replace each of them. */
export const defaultSettings: Settings = {
  routes: {
    cancel: '/commerce/checkout/cancel',
    clicks: '/api/affiliates/clicks',
    ledger: '/api/affiliates/commission-ledger',
    ownerActions: '/api/admin/affiliates/commission-ledger/actions',
    agentDocs: '/agent-docs/source-data',
  },
  ledgerConfirmationText: 'Create review-only commission evidence for Bumpgrade sandbox checkout',
  ownerConfirmationText: 'Apply owner review action to Bumpgrade commission ledger evidence',
  commissionRates: { primaryBps: 3000, bumpBps: 1000 },
  refundWindowDays: 14,
  referralLinks: {
    eligible: {
      referralLinkId: 'ref-link-launch-circle-waitlist',
      code: 'LAUNCHCIRCLE',
      partnerId: 'affiliate-partner-launch-circle',
    },
    ineligible: {
      referralLinkId: 'ref-link-template-partner-sales',
      code: 'TEMPLATESTUDIO',
      partnerId: 'affiliate-partner-template-studio',
    },
  },
}
