import { exploreSequences } from '../explore/scenario.ts'
import { redirects } from './confirmation/redirects.ts'
import { returnUrls } from './confirmation/return-urls.ts'
import { massAssignment } from './confirmation/mass-assignment.ts'
import { unstarted } from './confirmation/unstarted.ts'
import { ownerTexts } from './confirmation/owner-texts.ts'
import { ledgerTexts } from './confirmation/ledger-texts.ts'
import { whatIsBought } from './confirmation/what-is-bought.ts'
import { onceConfirmed } from './confirmation/once-confirmed.ts'
import { previewOnly } from './confirmation/preview-only.ts'
import { decisionTexts } from './confirmation/decision-texts.ts'
import { exactText } from './confirmation/exact.ts'
import { unsigned as webhookUnsigned } from './webhook/unsigned.ts'
import { outcomes as webhookOutcomes } from './webhook/outcomes.ts'
import { otherOrders as webhookOtherOrders } from './webhook/other-orders.ts'
import { otherMethods as webhookOtherMethods } from './webhook/other-methods.ts'
import { notHandled as webhookNotHandled } from './webhook/not-handled.ts'
import { nonsense as webhookNonsense } from './webhook/nonsense.ts'
import { forgedThenReal as webhookForgedThenReal } from './webhook/forged-then-real.ts'
import { forgedOnIntent as webhookForgedOnIntent } from './webhook/forged-on-intent.ts'
import { faultySignatures as webhookFaultySignatures } from './webhook/faulty-signatures.ts'
import {
  duplicates as webhookDuplicates,
  repeatedLater as webhookRepeatedLater,
} from './webhook/duplicates.ts'
import { acceptedForms as webhookAcceptedForms } from './webhook/accepted-forms.ts'
import { unknownIntent as eligibilityUnknownIntent } from './eligibility/unknown-intent.ts'
import { paidStays as eligibilityPaidStays } from './eligibility/paid-stays.ts'
import { paidOpens as eligibilityPaidOpens } from './eligibility/paid-opens.ts'
import { otherTypes as eligibilityOtherTypes } from './eligibility/other-types.ts'
import { noWayRound as eligibilityNoWayRound } from './eligibility/no-way-round.ts'
import { lookAlikeIds as eligibilityLookAlikeIds } from './eligibility/look-alike-ids.ts'
import { liveEvents as eligibilityLiveEvents } from './eligibility/live-events.ts'
import { lateEvents as eligibilityLateEvents } from './eligibility/late-events.ts'
import { crossedIntents as eligibilityCrossedIntents } from './eligibility/crossed-intents.ts'
import {
  expiredStays as eligibilityExpiredStays,
  failedStays as eligibilityFailedStays,
} from './eligibility/closed-stays.ts'
import { contradictions as eligibilityContradictions } from './eligibility/contradictions.ts'
import { countsLater, decisionCounts } from './source-data/counts.ts'
import { sourceDataReads } from './source-data/reads.ts'
import { checkoutNearMisses } from './confirmation/near-misses.ts'
import { openIntent } from './eligibility/open-intent.ts'
import { ownerSecrets } from './redaction/owner.ts'
import { publicSurfaces } from './redaction/public-surfaces.ts'
import { surfaces } from './redaction/surfaces.ts'
import { twoWorldsFlow } from './redaction/two-worlds.ts'
import type { Scenario } from './scenario.ts'
import { attributionAttach } from './attribution/attach.ts'
import { attributionClicks } from './attribution/clicks.ts'
import { attributionForeignClicks } from './attribution/foreign-clicks.ts'
import { ledgerEntry } from './ledger/entry.ts'
import { ledgerRace } from './ledger/race.ts'
import { ledgerRefused } from './ledger/refused.ts'
import { ownerGateNearSessions } from './owner-gate/near-sessions.ts'
import { ownerGateStrangers } from './owner-gate/strangers.ts'
import { robustnessMalformed } from './robustness/malformed.ts'
import { robustnessOddBodies } from './robustness/odd-bodies.ts'
import { robustnessRefusals } from './robustness/refusals.ts'
import { robustnessOddValues } from './robustness/odd-values.ts'
import { robustnessWrongTypes } from './robustness/wrong-types.ts'
import { robustnessEveryRoute } from './robustness/every-route.ts'
import { robustnessOddIds } from './robustness/odd-ids.ts'
import { robustnessOtherMethods } from './robustness/other-methods.ts'
import { robustnessOversized } from './robustness/oversized.ts'
import { ownerGateActions } from './owner-gate/actions.ts'
import { ownerGateDetours } from './owner-gate/detours.ts'
import { robustnessOrder } from './robustness/order.ts'
import { witnessedLedger as ledgerWitnessed } from './ledger/witnessed.ts'
import { robustnessRevalidation } from './robustness/revalidation.ts'
import { robustnessStripeFailure } from './robustness/stripe-failure.ts'
import { pagesInjection } from './pages/injection.ts'
import { pagesIntentStatic } from './pages/intent-static.ts'
import { pagesPreviewStatic } from './pages/preview-static.ts'
import { pagesPress } from './pages/press.ts'
import { pagesStartPress } from './pages/start-press.ts'
import { pagesScriptInjection } from './pages/script-injection.ts'
import { pagesStartPanel } from './pages/start-panel.ts'
import { pagesWay } from './pages/way.ts'
import { clickKeys as idempotencyClickKeys } from './idempotency/click-keys.ts'
import { decisionKeys as idempotencyDecisionKeys } from './idempotency/decision-keys.ts'
import { exactKeys as idempotencyExactKeys } from './idempotency/exact-keys.ts'
import {
  exactLedgerKeys as idempotencyExactLedgerKeys,
  exactOwnerKeys as idempotencyExactOwnerKeys,
} from './idempotency/exact-evidence-keys.ts'
import { headerKeys as idempotencyHeaderKeys } from './idempotency/header-keys.ts'
import { ledgerKeys as idempotencyLedgerKeys } from './idempotency/ledger-keys.ts'
import { ownerKeys as idempotencyOwnerKeys } from './idempotency/owner-keys.ts'
import {
  raceDecisions as idempotencyRaceDecisions,
  raceStarts as idempotencyRaceStarts,
  raceClicks as idempotencyRaceClicks,
  raceEvents as idempotencyRaceEvents,
} from './idempotency/races.ts'
import { startKeys as idempotencyStartKeys } from './idempotency/start-keys.ts'
import { expectedTimes as stalenessExpectedTimes } from './staleness/expected-times.ts'
import { movingOn as stalenessMovingOn } from './staleness/moving-on.ts'
import {
  ownerTimes as stalenessOwnerTimes,
  ownerRace as stalenessOwnerRace,
} from './staleness/owner-actions.ts'
import { decisions as nonBillingDecisions } from './non-billing/decisions.ts'
import { unknownKinds as nonBillingUnknownKinds } from './non-billing/kinds.ts'
import { ledgerUntouched as nonBillingLedgerUntouched } from './non-billing/ledger-untouched.ts'
import {
  witnessedStart as nonBillingWitnessedStart,
  witnessedReads as nonBillingWitnessedReads,
} from './non-billing/witnessed.ts'

/** THE list of scenarios, in the order in which they are driven. */
export const scenarios: readonly Scenario[] = [
  sourceDataReads,
  decisionCounts,
  checkoutNearMisses,
  openIntent,
  attributionAttach,
  attributionClicks,
  attributionForeignClicks,
  ledgerEntry,
  ledgerRace,
  ledgerRefused,
  publicSurfaces,
  surfaces,
  ownerSecrets,
  ownerGateNearSessions,
  ownerGateStrangers,
  eligibilityContradictions,
  eligibilityCrossedIntents,
  eligibilityLateEvents,
  eligibilityLiveEvents,
  eligibilityLookAlikeIds,
  eligibilityNoWayRound,
  eligibilityOtherTypes,
  eligibilityPaidOpens,
  eligibilityPaidStays,
  eligibilityExpiredStays,
  eligibilityFailedStays,
  eligibilityUnknownIntent,
  webhookAcceptedForms,
  webhookDuplicates,
  webhookFaultySignatures,
  webhookForgedOnIntent,
  webhookForgedThenReal,
  webhookNonsense,
  webhookNotHandled,
  webhookOtherMethods,
  webhookOtherOrders,
  webhookOutcomes,
  webhookUnsigned,
  exactText,
  decisionTexts,
  previewOnly,
  onceConfirmed,
  whatIsBought,
  robustnessMalformed,
  robustnessOddBodies,
  robustnessRefusals,
  robustnessWrongTypes,
  robustnessOddValues,
  ledgerTexts,
  ownerTexts,
  unstarted,
  massAssignment,
  returnUrls,
  redirects,
  robustnessEveryRoute,
  robustnessOddIds,
  robustnessOtherMethods,
  robustnessOversized,
  robustnessRevalidation,
  twoWorldsFlow,
  ownerGateActions,
  ownerGateDetours,
  robustnessOrder,
  pagesInjection,
  pagesIntentStatic,
  pagesPreviewStatic,
  pagesPress,
  pagesStartPress,
  pagesScriptInjection,
  pagesStartPanel,
  pagesWay,
  idempotencyClickKeys,
  idempotencyDecisionKeys,
  idempotencyExactKeys,
  idempotencyExactLedgerKeys,
  idempotencyExactOwnerKeys,
  idempotencyHeaderKeys,
  idempotencyLedgerKeys,
  idempotencyOwnerKeys,
  idempotencyRaceDecisions,
  idempotencyRaceStarts,
  idempotencyRaceClicks,
  idempotencyRaceEvents,
  idempotencyStartKeys,
  stalenessExpectedTimes,
  stalenessMovingOn,
  stalenessOwnerTimes,
  stalenessOwnerRace,
  nonBillingDecisions,
  nonBillingUnknownKinds,
  nonBillingLedgerUntouched,
  nonBillingWitnessedStart,
  nonBillingWitnessedReads,
  ledgerWitnessed,
  webhookRepeatedLater,
  countsLater,
  exploreSequences,
  robustnessStripeFailure,
]
