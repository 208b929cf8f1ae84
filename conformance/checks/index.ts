import type { Check } from '../judge/check.ts'
import { stableIds } from './source-data/stable-ids.ts'
import { stableReads } from './source-data/stable-reads.ts'
import { decisionContractAgrees } from './source-data/decision-contract-agrees.ts'
import { commerceAgrees } from './source-data/commerce-agrees.ts'
import { checkoutAgrees } from './source-data/checkout-agrees.ts'
import { agentDocsList } from './source-data/agent-docs.ts'
import { aggregatesOnly } from './source-data/aggregates-only.ts'
import { countsElsewhere } from './source-data/counts-elsewhere.ts'
import { decisionCounts } from './source-data/counts.ts'
import { flagsOff } from './source-data/flags.ts'
import { offerRecords } from './source-data/offers.ts'
import { staticValues } from './source-data/static-values.ts'
import { closedSchema } from './source-data/closed-schema.ts'
import { confirmationNearMisses } from './confirmation/near-misses.ts'
import { startedIsClosed } from './eligibility/started-is-closed.ts'
import { attributionAttached } from './attribution/attached.ts'
import { attributionClickRecorded } from './attribution/click-recorded.ts'
import { attributionCountedOnce } from './attribution/counted-once.ts'
import { attributionFixedAfterStart } from './attribution/fixed-after-start.ts'
import { attributionForeignClicksRefused } from './attribution/foreign-clicks-refused.ts'
import { attributionNoCommission } from './attribution/no-commission.ts'
import { attributionReplayedClick } from './attribution/replayed-click.ts'
import { attributionUnlistedClicksRefused } from './attribution/unlisted-clicks-refused.ts'
import { ledgerAggregates } from './ledger/aggregates.ts'
import { ledgerAmounts } from './ledger/amounts.ts'
import { ledgerAttributedTo } from './ledger/attributed-to.ts'
import { ledgerEntryRecorded } from './ledger/entry-recorded.ts'
import { ledgerHoldWindow } from './ledger/hold-window.ts'
import { ledgerNoRows } from './ledger/no-rows.ts'
import { ledgerOneWinner } from './ledger/one-winner.ts'
import { ledgerReviewOnly } from './ledger/review-only.ts'
import { ledgerUnfoundedRefused } from './ledger/unfounded-refused.ts'
import { ledgerUnpaidNoted } from './ledger/unpaid-noted.ts'
import { buyerEmail } from './redaction/buyer-email.ts'
import { flags } from './redaction/flags.ts'
import { flagsTellTheTruth } from './redaction/flags-tell-the-truth.ts'
import { idempotencyKeys } from './redaction/idempotency-keys.ts'
import { metadata } from './redaction/metadata.ts'
import { opaqueExtras } from './redaction/opaque-extras.ts'
import { privateNames } from './redaction/private-names.ts'
import { stripeIds } from './redaction/stripe-ids.ts'
import { stripeUrls } from './redaction/stripe-urls.ts'
import { successPageSession } from './redaction/success-page-session.ts'

/** THE list of checks. */
export const checks: readonly Check[] = [
  confirmationNearMisses,
  startedIsClosed,
  closedSchema,
  staticValues,
  offerRecords,
  flagsOff,
  decisionCounts,
  countsElsewhere,
  aggregatesOnly,
  agentDocsList,
  checkoutAgrees,
  commerceAgrees,
  decisionContractAgrees,
  stableReads,
  stableIds,
  attributionAttached,
  attributionClickRecorded,
  attributionCountedOnce,
  attributionFixedAfterStart,
  attributionForeignClicksRefused,
  attributionNoCommission,
  attributionReplayedClick,
  attributionUnlistedClicksRefused,
  ledgerAggregates,
  ledgerAmounts,
  ledgerAttributedTo,
  ledgerEntryRecorded,
  ledgerHoldWindow,
  ledgerNoRows,
  ledgerOneWinner,
  ledgerReviewOnly,
  ledgerUnfoundedRefused,
  ledgerUnpaidNoted,
  buyerEmail,
  flags,
  flagsTellTheTruth,
  idempotencyKeys,
  metadata,
  opaqueExtras,
  privateNames,
  stripeIds,
  stripeUrls,
  successPageSession,
]
