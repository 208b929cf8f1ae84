import { sequencesClosed as eligibilitySequencesClosed } from './eligibility/sequences-closed.ts'
import { sequencesOpening as eligibilitySequencesOpening } from './eligibility/sequences-opening.ts'
import { sequencesFlag as eligibilitySequencesFlag } from './eligibility/sequences-flag.ts'
import { sequencesAsync as eligibilitySequencesAsync } from './eligibility/sequences-async.ts'
import { sequencesOwnEvents as eligibilitySequencesOwnEvents } from './eligibility/sequences-own-events.ts'
import { sequencesEventsAlone as eligibilitySequencesEventsAlone } from './eligibility/sequences-events-alone.ts'
import { sequencesRepeated as webhookSequencesRepeated } from './webhook/sequences-repeated.ts'
import { sequencesOutcomes as webhookSequencesOutcomes } from './webhook/sequences-outcomes.ts'
import { sequencesUntouched as nonBillingSequencesUntouched } from './non-billing/sequences-untouched.ts'
import { sequencesReplays as idempotencySequencesReplays } from './idempotency/sequences-replays.ts'
import { sequencesConflicts as idempotencySequencesConflicts } from './idempotency/sequences-conflicts.ts'
import { sequencesStarts as idempotencySequencesStarts } from './idempotency/sequences-starts.ts'
import { sequencesReusedStarts as idempotencySequencesReusedStarts } from './idempotency/sequences-reused-starts.ts'
import { sequencesFixed as attributionSequencesFixed } from './attribution/sequences-fixed.ts'
import { sequencesStale as stalenessSequencesStale } from './staleness/sequences-stale.ts'
import { sequencesReplays as stalenessSequencesReplays } from './staleness/sequences-replays.ts'
import { sequencesOwner as stalenessSequencesOwner } from './staleness/sequences-owner.ts'
import { sequencesEntries as ledgerSequencesEntries } from './ledger/sequences-entries.ts'
import { sequencesActions as ownerGateSequencesActions } from './owner-gate/sequences-actions.ts'
import { clientClaims } from './confirmation/client-claims.ts'
import { pageText } from './confirmation/page-text.ts'
import { redirects } from './confirmation/redirects.ts'
import { ownRedirects } from './confirmation/own-redirects.ts'
import { returnUrlsAtStripe } from './confirmation/return-urls-at-stripe.ts'
import { returnUrls } from './confirmation/return-urls.ts'
import { clientDecisions } from './confirmation/client-decisions.ts'
import { basketStays } from './confirmation/basket-stays.ts'
import { clientStarts } from './confirmation/client-starts.ts'
import { unstartedCallsNobody } from './confirmation/unstarted-calls-nobody.ts'
import { ownerTexts } from './confirmation/owner-texts.ts'
import { ledgerTexts } from './confirmation/ledger-texts.ts'
import { publishedTexts } from './confirmation/published-texts.ts'
import { totals } from './confirmation/totals.ts'
import { onlyListedBumps } from './confirmation/only-listed-bumps.ts'
import { onlyThePrimary } from './confirmation/only-the-primary.ts'
import { previewOnly } from './confirmation/preview-only.ts'
import { decisionTexts } from './confirmation/decision-texts.ts'
import { exactText } from './confirmation/exact.ts'
import { noText } from './confirmation/no-text.ts'
import { unsignedIsRefused as webhookUnsignedIsRefused } from './webhook/unsigned-is-refused.ts'
import { unsignedHasNoEffect as webhookUnsignedHasNoEffect } from './webhook/unsigned-has-no-effect.ts'
import { repeatedEvents as webhookRepeatedEvents } from './webhook/repeated-events.ts'
import { outcomes as webhookOutcomes } from './webhook/outcomes.ts'
import { otherOrders as webhookOtherOrders } from './webhook/other-orders.ts'
import { otherMethods as webhookOtherMethods } from './webhook/other-methods.ts'
import { otherMethodsHaveNoEffect as webhookOtherMethodsHaveNoEffect } from './webhook/other-methods-have-no-effect.ts'
import { notHandled as webhookNotHandled } from './webhook/not-handled.ts'
import { nonsense as webhookNonsense } from './webhook/nonsense.ts'
import { newIdsAreNew as webhookNewIdsAreNew } from './webhook/new-ids-are-new.ts'
import { forgedCopies as webhookForgedCopies } from './webhook/forged-copies.ts'
import { faultySignatures as webhookFaultySignatures } from './webhook/faulty-signatures.ts'
import { failedComesAgain as webhookFailedComesAgain } from './webhook/failed-comes-again.ts'
import { acceptedForms as webhookAcceptedForms } from './webhook/accepted-forms.ts'
import { unpaidStaysClosed as eligibilityUnpaidStaysClosed } from './eligibility/unpaid-stays-closed.ts'
import { unpaidIsNotPaid as eligibilityUnpaidIsNotPaid } from './eligibility/unpaid-is-not-paid.ts'
import { unknownIntent as eligibilityUnknownIntent } from './eligibility/unknown-intent.ts'
import { opensForPollers as eligibilityOpensForPollers } from './eligibility/opens-for-pollers.ts'
import { takesEveryKind as eligibilityTakesEveryKind } from './eligibility/takes-every-kind.ts'
import { paidOpens as eligibilityPaidOpens } from './eligibility/paid-opens.ts'
import { otherTypes as eligibilityOtherTypes } from './eligibility/other-types.ts'
import { noWayRound as eligibilityNoWayRound } from './eligibility/no-way-round.ts'
import { lookAlikeIds as eligibilityLookAlikeIds } from './eligibility/look-alike-ids.ts'
import { liveEvents as eligibilityLiveEvents } from './eligibility/live-events.ts'
import { lateEvents as eligibilityLateEvents } from './eligibility/late-events.ts'
import { flagFollowsStatus as eligibilityFlagFollowsStatus } from './eligibility/flag-follows-status.ts'
import { evidenceLeavesIntent as eligibilityEvidenceLeavesIntent } from './eligibility/evidence-leaves-intent.ts'
import { eventsAloneMove as eligibilityEventsAloneMove } from './eligibility/events-alone-move.ts'
import { eventNamesItsIntent as eligibilityEventNamesItsIntent } from './eligibility/event-names-its-intent.ts'
import { contradictions as eligibilityContradictions } from './eligibility/contradictions.ts'
import { completedUnpaidNoted as eligibilityCompletedUnpaidNoted } from './eligibility/completed-unpaid-noted.ts'
import { closedTakesNoDecision as eligibilityClosedTakesNoDecision } from './eligibility/closed-takes-no-decision.ts'
import type { Check } from '../judge/check.ts'
import { stableIds } from './source-data/stable-ids.ts'
import { stableReads } from './source-data/stable-reads.ts'
import { decisionContractAgrees } from './source-data/decision-contract-agrees.ts'
import { commerceAgrees } from './source-data/commerce-agrees.ts'
import { checkoutAgrees } from './source-data/checkout-agrees.ts'
import { agentDocsList } from './source-data/agent-docs.ts'
import { aggregatesOnly } from './source-data/aggregates-only.ts'
import { countsElsewhere } from './source-data/counts-elsewhere.ts'
import { countsForPollers } from './source-data/counts-for-pollers.ts'
import { countsOfMany } from './source-data/counts-of-many.ts'
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
import { auditIds } from './redaction/audit-ids.ts'
import { cacheControl } from './redaction/cache-control.ts'
import { cardFacts } from './redaction/card-facts.ts'
import { clickPrivacy } from './redaction/click-privacy.ts'
import { noForgingHelp } from './redaction/no-forging-help.ts'
import { noInternals } from './redaction/no-internals.ts'
import { offPath } from './redaction/off-path.ts'
import { ownerPublicReason } from './redaction/owner-public-reason.ts'
import { ownerReason } from './redaction/owner-reason.ts'
import { twoWorlds } from './redaction/two-worlds.ts'
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
import { ownerGateNearSessionsRefused } from './owner-gate/near-sessions-refused.ts'
import { ownerGateSessionBeforeBody } from './owner-gate/session-before-body.ts'
import { ownerGateStrangersRefused } from './owner-gate/strangers-refused.ts'
import { robustnessEnvelope } from './robustness/envelope.ts'
import { robustnessMalformedRefused } from './robustness/malformed-refused.ts'
import { robustnessNoServerErrors } from './robustness/no-server-errors.ts'
import { robustnessWrongTypesRecordNothing } from './robustness/wrong-types-record-nothing.ts'
import { robustnessAnswersInTime } from './robustness/answers-in-time.ts'
import { robustnessOddIdsSurvived } from './robustness/odd-ids-survived.ts'
import { robustnessOtherMethodsRefused } from './robustness/other-methods-refused.ts'
import { robustnessOversizedRefused } from './robustness/oversized-refused.ts'
import { ownerGateEntryStays } from './owner-gate/entry-stays.ts'
import { ownerGateNoSessionRefused } from './owner-gate/no-session-refused.ts'
import { ownerGateNoWayRound } from './owner-gate/no-way-round.ts'
import { ownerGatePayoutStays } from './owner-gate/payout-stays.ts'
import { ownerGateReversedIsFinal } from './owner-gate/reversed-is-final.ts'
import { ownerGateTransitions } from './owner-gate/transitions.ts'
import { ownerGateUnlistedActionsRefused } from './owner-gate/unlisted-actions-refused.ts'
import { robustnessDecisionWords } from './robustness/decision-words.ts'
import { robustnessErrorWords } from './robustness/error-words.ts'
import { ledgerMovesNoMoney } from './ledger/moves-no-money.ts'
import { ledgerOneEntryForGood } from './ledger/one-entry-for-good.ts'
import { robustnessStripeFailure } from './robustness/stripe-failure.ts'
import { robustnessStripeFailureWord } from './robustness/stripe-failure-word.ts'
import { redactionStripeFailureUntold } from './redaction/stripe-failure-untold.ts'
import { robustnessOwnerWords } from './robustness/owner-words.ts'
import { pagesButtonsClosed } from './pages/buttons-closed.ts'
import { pagesNoForeignCalls } from './pages/no-foreign-calls.ts'
import { pagesNoInjection } from './pages/no-injection.ts'
import { pagesPreviewShowsOffers } from './pages/preview-shows-offers.ts'
import { pagesUnknownIds } from './pages/unknown-ids.ts'
import { pagesWayClosed } from './pages/way-closed.ts'
import { pagesCallsNobody } from './pages/calls-nobody.ts'
import { pagesEachButtonItsOwn } from './pages/each-button-its-own.ts'
import { pagesNoScriptInjection } from './pages/no-script-injection.ts'
import { pagesOnePress } from './pages/one-press.ts'
import { pagesReadsContractOnly } from './pages/reads-contract-only.ts'
import { pagesStartButton } from './pages/start-button.ts'
import { pagesStartSendsBumps } from './pages/start-sends-bumps.ts'
import { pagesWayOpens } from './pages/way-opens.ts'
import { clickKeyRequired as idempotencyClickKeyRequired } from './idempotency/click-key-required.ts'
import { clickReplay as idempotencyClickReplay } from './idempotency/click-replay.ts'
import { decisionConflict as idempotencyDecisionConflict } from './idempotency/decision-conflict.ts'
import { decisionKeyRequired as idempotencyDecisionKeyRequired } from './idempotency/decision-key-required.ts'
import { decisionReplayContent as idempotencyDecisionReplayContent } from './idempotency/decision-replay-content.ts'
import { decisionReplay as idempotencyDecisionReplay } from './idempotency/decision-replay.ts'
import { exactClickKeys as idempotencyExactClickKeys } from './idempotency/exact-click-keys.ts'
import { exactDecisionKeys as idempotencyExactDecisionKeys } from './idempotency/exact-decision-keys.ts'
import { exactLedgerKeys as idempotencyExactLedgerKeys } from './idempotency/exact-ledger-keys.ts'
import { exactOwnerKeys as idempotencyExactOwnerKeys } from './idempotency/exact-owner-keys.ts'
import { exactStartKeys as idempotencyExactStartKeys } from './idempotency/exact-start-keys.ts'
import { headerKey as idempotencyHeaderKey } from './idempotency/header-key.ts'
import { keyPerOperation as idempotencyKeyPerOperation } from './idempotency/key-per-operation.ts'
import { lateReplays } from './idempotency/late-replays.ts'
import { ledgerConflict as idempotencyLedgerConflict } from './idempotency/ledger-conflict.ts'
import { ledgerKeyRequired as idempotencyLedgerKeyRequired } from './idempotency/ledger-key-required.ts'
import { ledgerReplayCounts as idempotencyLedgerReplayCounts } from './idempotency/ledger-replay-counts.ts'
import { ledgerReplayLater as idempotencyLedgerReplayLater } from './idempotency/ledger-replay-later.ts'
import { ledgerReplay as idempotencyLedgerReplay } from './idempotency/ledger-replay.ts'
import { outerBlanksOfClickKeys as idempotencyOuterBlanksOfClickKeys } from './idempotency/outer-blanks-of-click-keys.ts'
import { outerBlanksOfDecisionKeys as idempotencyOuterBlanksOfDecisionKeys } from './idempotency/outer-blanks-of-decision-keys.ts'
import { outerBlanksOfStartKeys as idempotencyOuterBlanksOfStartKeys } from './idempotency/outer-blanks-of-start-keys.ts'
import { ownerConflict as idempotencyOwnerConflict } from './idempotency/owner-conflict.ts'
import { ownerHeaderKey } from './idempotency/owner-header-key.ts'
import { ownerKeyRequired as idempotencyOwnerKeyRequired } from './idempotency/owner-key-required.ts'
import { ownerReplay as idempotencyOwnerReplay } from './idempotency/owner-replay.ts'
import { raceClicks as idempotencyRaceClicks } from './idempotency/race-clicks.ts'
import { raceDecisions as idempotencyRaceDecisions } from './idempotency/race-decisions.ts'
import { raceEvents as idempotencyRaceEvents } from './idempotency/race-events.ts'
import { raceOneSession as idempotencyRaceOneSession } from './idempotency/race-one-session.ts'
import { raceStarts as idempotencyRaceStarts } from './idempotency/race-starts.ts'
import { reusedClickKey as idempotencyReusedClickKey } from './idempotency/reused-click-key.ts'
import { reusedStartKeyRefused as idempotencyReusedStartKeyRefused } from './idempotency/reused-start-key-refused.ts'
import { reusedStartKey as idempotencyReusedStartKey } from './idempotency/reused-start-key.ts'
import { startReplay as idempotencyStartReplay } from './idempotency/start-replay.ts'
import { changesMoveUpdatedAt as stalenessChangesMoveUpdatedAt } from './staleness/changes-move-updated-at.ts'
import { expectedTimeRequired as stalenessExpectedTimeRequired } from './staleness/expected-time-required.ts'
import { ownerRace as stalenessOwnerRace } from './staleness/owner-race.ts'
import { ownerTimeRequired as stalenessOwnerTimeRequired } from './staleness/owner-time-required.ts'
import { ownerUpdatedAtGrows as stalenessOwnerUpdatedAtGrows } from './staleness/owner-updated-at-grows.ts'
import { replayAfterChange as stalenessReplayAfterChange } from './staleness/replay-after-change.ts'
import { staleRecordsNothing as stalenessStaleRecordsNothing } from './staleness/stale-records-nothing.ts'
import { staleRefused as stalenessStaleRefused } from './staleness/stale-refused.ts'
import { aggregatesUntouched as nonBillingAggregatesUntouched } from './non-billing/aggregates-untouched.ts'
import { nonBillingContractFlags } from './non-billing/contract-flags.ts'
import { nonBillingDecidedState } from './non-billing/decided-state.ts'
import { nonBillingDecisionFlags } from './non-billing/decision-flags.ts'
import { nonBillingIntentUntouched } from './non-billing/intent-untouched.ts'
import { ledgerEntryUntouched as nonBillingLedgerEntryUntouched } from './non-billing/ledger-entry-untouched.ts'
import { noMutatingCall as nonBillingNoMutatingCall } from './non-billing/no-mutating-call.ts'
import { noPayout as nonBillingNoPayout } from './non-billing/no-payout.ts'
import { noReadingCall as nonBillingNoReadingCall } from './non-billing/no-reading-call.ts'
import { oneSession as nonBillingOneSession } from './non-billing/one-session.ts'
import { otherEffects as nonBillingOtherEffects } from './non-billing/other-effects.ts'
import { presentedOffer as nonBillingPresentedOffer } from './non-billing/presented-offer.ts'
import { readsBillNothing as nonBillingReadsBillNothing } from './non-billing/reads-bill-nothing.ts'
import { nonBillingRedactionFlags } from './non-billing/redaction-flags.ts'
import { sandboxKeys as nonBillingSandboxKeys } from './non-billing/sandbox-keys.ts'
import { sessionContent as nonBillingSessionContent } from './non-billing/session-content.ts'
import { everySession as nonBillingEverySession } from './non-billing/every-session.ts'
import { onlySessions as nonBillingOnlySessions } from './non-billing/only-sessions.ts'
import { unknownKindsRefused as nonBillingUnknownKindsRefused } from './non-billing/unknown-kinds.ts'

/** THE list of checks. */
export const checks: readonly Check[] = [
  confirmationNearMisses,
  startedIsClosed,
  closedSchema,
  staticValues,
  offerRecords,
  flagsOff,
  decisionCounts,
  countsForPollers,
  countsOfMany,
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
  ownerGateNearSessionsRefused,
  ownerGateSessionBeforeBody,
  ownerGateStrangersRefused,
  eligibilityClosedTakesNoDecision,
  eligibilityCompletedUnpaidNoted,
  eligibilityContradictions,
  eligibilityEventNamesItsIntent,
  eligibilityEventsAloneMove,
  eligibilityEvidenceLeavesIntent,
  eligibilityFlagFollowsStatus,
  eligibilityLateEvents,
  eligibilityLiveEvents,
  eligibilityLookAlikeIds,
  eligibilityNoWayRound,
  eligibilityOtherTypes,
  eligibilityPaidOpens,
  eligibilityTakesEveryKind,
  eligibilityOpensForPollers,
  eligibilityUnknownIntent,
  eligibilityUnpaidIsNotPaid,
  eligibilityUnpaidStaysClosed,
  webhookAcceptedForms,
  webhookFailedComesAgain,
  webhookFaultySignatures,
  webhookForgedCopies,
  webhookNewIdsAreNew,
  webhookNonsense,
  webhookNotHandled,
  webhookOtherMethodsHaveNoEffect,
  webhookOtherMethods,
  webhookOtherOrders,
  webhookOutcomes,
  webhookRepeatedEvents,
  webhookUnsignedHasNoEffect,
  webhookUnsignedIsRefused,
  noText,
  exactText,
  decisionTexts,
  previewOnly,
  onlyThePrimary,
  onlyListedBumps,
  totals,
  basketStays,
  publishedTexts,
  robustnessEnvelope,
  robustnessMalformedRefused,
  robustnessNoServerErrors,
  robustnessWrongTypesRecordNothing,
  auditIds,
  cacheControl,
  cardFacts,
  clickPrivacy,
  noForgingHelp,
  noInternals,
  offPath,
  ownerPublicReason,
  ownerReason,
  ledgerTexts,
  ownerTexts,
  unstartedCallsNobody,
  clientStarts,
  clientDecisions,
  returnUrls,
  returnUrlsAtStripe,
  redirects,
  ownRedirects,
  robustnessAnswersInTime,
  robustnessOddIdsSurvived,
  robustnessOtherMethodsRefused,
  robustnessOversizedRefused,
  twoWorlds,
  ownerGateEntryStays,
  ownerGateNoSessionRefused,
  ownerGateNoWayRound,
  ownerGatePayoutStays,
  ownerGateReversedIsFinal,
  ownerGateTransitions,
  ownerGateUnlistedActionsRefused,
  pageText,
  robustnessDecisionWords,
  robustnessErrorWords,
  ledgerMovesNoMoney,
  ledgerOneEntryForGood,
  robustnessStripeFailure,
  robustnessStripeFailureWord,
  redactionStripeFailureUntold,
  robustnessOwnerWords,
  pagesButtonsClosed,
  pagesNoForeignCalls,
  pagesNoInjection,
  pagesPreviewShowsOffers,
  pagesUnknownIds,
  pagesWayClosed,
  pagesCallsNobody,
  pagesEachButtonItsOwn,
  pagesNoScriptInjection,
  pagesOnePress,
  pagesReadsContractOnly,
  pagesStartButton,
  pagesStartSendsBumps,
  pagesWayOpens,
  clientClaims,
  idempotencyClickKeyRequired,
  idempotencyClickReplay,
  idempotencyDecisionConflict,
  idempotencyDecisionKeyRequired,
  idempotencyDecisionReplayContent,
  idempotencyDecisionReplay,
  idempotencyExactClickKeys,
  idempotencyExactDecisionKeys,
  idempotencyExactLedgerKeys,
  idempotencyExactOwnerKeys,
  idempotencyExactStartKeys,
  idempotencyHeaderKey,
  idempotencyKeyPerOperation,
  lateReplays,
  idempotencyLedgerConflict,
  idempotencyLedgerKeyRequired,
  idempotencyLedgerReplayCounts,
  idempotencyLedgerReplayLater,
  idempotencyLedgerReplay,
  idempotencyOuterBlanksOfClickKeys,
  idempotencyOuterBlanksOfDecisionKeys,
  idempotencyOuterBlanksOfStartKeys,
  idempotencyOwnerConflict,
  ownerHeaderKey,
  idempotencyOwnerKeyRequired,
  idempotencyOwnerReplay,
  idempotencyRaceClicks,
  idempotencyRaceDecisions,
  idempotencyRaceEvents,
  idempotencyRaceOneSession,
  idempotencyRaceStarts,
  idempotencyReusedClickKey,
  idempotencyReusedStartKeyRefused,
  idempotencyReusedStartKey,
  idempotencyStartReplay,
  stalenessChangesMoveUpdatedAt,
  stalenessExpectedTimeRequired,
  stalenessOwnerRace,
  stalenessOwnerTimeRequired,
  stalenessOwnerUpdatedAtGrows,
  stalenessReplayAfterChange,
  stalenessStaleRecordsNothing,
  stalenessStaleRefused,
  nonBillingAggregatesUntouched,
  nonBillingContractFlags,
  nonBillingDecidedState,
  nonBillingDecisionFlags,
  nonBillingIntentUntouched,
  nonBillingLedgerEntryUntouched,
  nonBillingNoMutatingCall,
  nonBillingNoPayout,
  nonBillingNoReadingCall,
  nonBillingOneSession,
  nonBillingEverySession,
  nonBillingOnlySessions,
  nonBillingOtherEffects,
  nonBillingPresentedOffer,
  nonBillingReadsBillNothing,
  nonBillingRedactionFlags,
  nonBillingSandboxKeys,
  nonBillingSessionContent,
  nonBillingUnknownKindsRefused,
  eligibilitySequencesClosed,
  eligibilitySequencesOpening,
  eligibilitySequencesFlag,
  eligibilitySequencesAsync,
  eligibilitySequencesOwnEvents,
  eligibilitySequencesEventsAlone,
  webhookSequencesRepeated,
  webhookSequencesOutcomes,
  nonBillingSequencesUntouched,
  idempotencySequencesReplays,
  idempotencySequencesConflicts,
  idempotencySequencesStarts,
  idempotencySequencesReusedStarts,
  attributionSequencesFixed,
  stalenessSequencesStale,
  stalenessSequencesReplays,
  stalenessSequencesOwner,
  ledgerSequencesEntries,
  ownerGateSequencesActions,
]
