import type { Defect } from './define.ts'
import { with409ButMutated } from './staleness/409-but-mutated.ts'
import { affiliateTransfer } from './non-billing/affiliate-transfer.ts'
import { amountMismatch } from './eligibility/amount-mismatch.ts'
import { asyncFailedIgnored } from './eligibility/async-failed-ignored.ts'
import { attachDefaultPm } from './non-billing/attach-default-pm.ts'
import { bumpAsPrimary } from './confirmation/bump-as-primary.ts'
import { bumpCountedTwice } from './confirmation/bump-counted-twice.ts'
import { caseInsensitive } from './confirmation/case-insensitive.ts'
import { checkAfterCreate } from './confirmation/check-after-create.ts'
import { conflictHidesState } from './staleness/conflict-hides-state.ts'
import { countOnReplay } from './idempotency/count-on-replay.ts'
import { crossEndpointCollision } from './idempotency/cross-endpoint-collision.ts'
import { crossIntentScope } from './idempotency/cross-intent-scope.ts'
import { currencyMismatch } from './eligibility/currency-mismatch.ts'
import { decisionBeforeWebhook } from './eligibility/decision-before-webhook.ts'
import { decisionTextAtCheckout } from './confirmation/decision-text-at-checkout.ts'
import { decisionTouchesIntent } from './non-billing/decision-touches-intent.ts'
import { deferred2s } from './non-billing/deferred-2s.ts'
import { egressOtherHost } from './non-billing/egress-other-host.ts'
import { eligibleFlagOnlyOnGet } from './eligibility/eligible-flag-only-on-get.ts'
import { entitlementGrant } from './non-billing/entitlement-grant.ts'
import { expiredEligible } from './eligibility/expired-eligible.ts'
import { flagMissing } from './non-billing/flag-missing.ts'
import { flagTrue } from './non-billing/flag-true.ts'
import { freshBodyOnReplay } from './idempotency/fresh-body-on-replay.ts'
import { getBills } from './non-billing/get-bills.ts'
import { headerKeyIgnored } from './idempotency/header-key-ignored.ts'
import { intentSwap } from './eligibility/intent-swap.ts'
import { invoicePay } from './non-billing/invoice-pay.ts'
import { keyNormalised } from './idempotency/key-normalised.ts'
import { keyTruncated } from './idempotency/key-truncated.ts'
import { lastWriteWins } from './staleness/last-write-wins.ts'
import { legacyCharge } from './non-billing/legacy-charge.ts'
import { liveKey } from './non-billing/live-key.ts'
import { livemodeAccepted } from './eligibility/livemode-accepted.ts'
import { massAssignEligible } from './eligibility/mass-assign-eligible.ts'
import { meterEvent } from './non-billing/meter-event.ts'
import { mismatchExecutes } from './idempotency/mismatch-executes.ts'
import { mismatchReplayed } from './idempotency/mismatch-replayed.ts'
import { missingKeyAccepted } from './idempotency/missing-key-accepted.ts'
import { noConfirmationRequired } from './confirmation/no-confirmation-required.ts'
import { noDedupe } from './idempotency/no-dedupe.ts'
import { noPaymentRequiredAsPaid } from './eligibility/no-payment-required-as-paid.ts'
import { offByOne } from './staleness/off-by-one.ts'
import { oldVersionText } from './confirmation/old-version-text.ts'
import { olderEventOverwrites } from './staleness/older-event-overwrites.ts'
import { onlyOnAccept } from './non-billing/only-on-accept.ts'
import { onlyOnRetry } from './non-billing/only-on-retry.ts'
import { ownerUpdatedAtStuck } from './staleness/owner-updated-at-stuck.ts'
import { paymentIntentOpens } from './eligibility/payment-intent-opens.ts'
import { payout } from './non-billing/payout.ts'
import { piCreate } from './non-billing/pi-create.ts'
import { previewStarts } from './confirmation/preview-starts.ts'
import { queryOrHeaderSource } from './confirmation/query-or-header-source.ts'
import { quoteOrLink } from './non-billing/quote-or-link.ts'
import { race500 } from './idempotency/race-500.ts'
import { raceDouble } from './idempotency/race-double.ts'
import { raceTwoIntents } from './idempotency/race-two-intents.ts'
import { rawFetchBypass } from './non-billing/raw-fetch-bypass.ts'
import { redirectTrusted } from './eligibility/redirect-trusted.ts'
import { referenceOverMetadata } from './eligibility/reference-over-metadata.ts'
import { regexUnescaped } from './confirmation/regex-unescaped.ts'
import { rejectsExact } from './confirmation/rejects-exact.ts'
import { replayGoesStale } from './staleness/replay-goes-stale.ts'
import { replayNotMarked } from './idempotency/replay-not-marked.ts'
import { returnUrlOpen } from './confirmation/return-url-open.ts'
import { secondSessionOnReplay } from './non-billing/second-session-on-replay.ts'
import { setupConfirmOffsession } from './non-billing/setup-confirm-offsession.ts'
import { startsWith } from './confirmation/starts-with.ts'
import { statusEligibleDisagree } from './eligibility/status-eligible-disagree.ts'
import { stringVersionAccepted } from './staleness/string-version-accepted.ts'
import { stripeKeyMissing } from './non-billing/stripe-key-missing.ts'
import { subscription } from './non-billing/subscription.ts'
import { subscriptionMode } from './non-billing/subscription-mode.ts'
import { subscriptionOpens } from './eligibility/subscription-opens.ts'
import { textInArray } from './confirmation/text-in-array.ts'
import { toctou } from './staleness/toctou.ts'
import { totalFromClient } from './confirmation/total-from-client.ts'
import { trimWhitespace } from './confirmation/trim-whitespace.ts'
import { typeCoercion } from './confirmation/type-coercion.ts'
import { unicodeNormalised } from './confirmation/unicode-normalised.ts'
import { unknownDefaultsTrue } from './eligibility/unknown-defaults-true.ts'
import { unlistedBump } from './confirmation/unlisted-bump.ts'
import { unpaidCompleted } from './eligibility/unpaid-completed.ts'
import { unseededKind } from './non-billing/unseeded-kind.ts'
import { updatedAtFrozen } from './staleness/updated-at-frozen.ts'
import { upsellCheckout } from './non-billing/upsell-checkout.ts'
import { versionIgnored } from './staleness/version-ignored.ts'
import { wrongPresentedOffer } from './non-billing/wrong-presented-offer.ts'
import { zeroWidthIgnored } from './confirmation/zero-width-ignored.ts'

/** Every defect that the gateway can be told to have, sorted by id. */
export const defects: readonly Defect[] = [
  with409ButMutated,
  affiliateTransfer,
  amountMismatch,
  asyncFailedIgnored,
  attachDefaultPm,
  bumpAsPrimary,
  bumpCountedTwice,
  caseInsensitive,
  checkAfterCreate,
  conflictHidesState,
  countOnReplay,
  crossEndpointCollision,
  crossIntentScope,
  currencyMismatch,
  decisionBeforeWebhook,
  decisionTextAtCheckout,
  decisionTouchesIntent,
  deferred2s,
  egressOtherHost,
  eligibleFlagOnlyOnGet,
  entitlementGrant,
  expiredEligible,
  flagMissing,
  flagTrue,
  freshBodyOnReplay,
  getBills,
  headerKeyIgnored,
  intentSwap,
  invoicePay,
  keyNormalised,
  keyTruncated,
  lastWriteWins,
  legacyCharge,
  liveKey,
  livemodeAccepted,
  massAssignEligible,
  meterEvent,
  mismatchExecutes,
  mismatchReplayed,
  missingKeyAccepted,
  noConfirmationRequired,
  noDedupe,
  noPaymentRequiredAsPaid,
  offByOne,
  oldVersionText,
  olderEventOverwrites,
  onlyOnAccept,
  onlyOnRetry,
  ownerUpdatedAtStuck,
  paymentIntentOpens,
  payout,
  piCreate,
  previewStarts,
  queryOrHeaderSource,
  quoteOrLink,
  race500,
  raceDouble,
  raceTwoIntents,
  rawFetchBypass,
  redirectTrusted,
  referenceOverMetadata,
  regexUnescaped,
  rejectsExact,
  replayGoesStale,
  replayNotMarked,
  returnUrlOpen,
  secondSessionOnReplay,
  setupConfirmOffsession,
  startsWith,
  statusEligibleDisagree,
  stringVersionAccepted,
  stripeKeyMissing,
  subscription,
  subscriptionMode,
  subscriptionOpens,
  textInArray,
  toctou,
  totalFromClient,
  trimWhitespace,
  typeCoercion,
  unicodeNormalised,
  unknownDefaultsTrue,
  unlistedBump,
  unpaidCompleted,
  unseededKind,
  updatedAtFrozen,
  upsellCheckout,
  versionIgnored,
  wrongPresentedOffer,
  zeroWidthIgnored,
]
