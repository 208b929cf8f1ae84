import type { Contract } from '../../contracts/contract.ts'
import * as attribution from '../domain/attribution.ts'
import * as checkout from '../domain/checkout.ts'
import * as idempotency from '../domain/idempotency.ts'
import { movedForward, pathClosesAt } from '../domain/intent.ts'
import { commissionOf } from '../domain/ledger.ts'
import { hasOwnerToken, isOwnerPath } from '../domain/owner-gate.ts'
import { ownerTransition, publicReason } from '../domain/owner-review.ts'
import * as webhook from '../domain/webhook.ts'
import { parseJson } from '../http/body.ts'
import { field } from '../http/fields.ts'
import { escapeHtml } from '../pages/escape.ts'
import { verifyWebhook } from '../stripe-client.ts'
import type { Behaviour } from './behaviour.ts'

const oneMebibyte = 1_048_576
const nothing = async () => undefined

/** What a conforming implementation does, for this contract. */
export function correctBehaviour(contract: Contract): Behaviour {
  const { eligibleStatuses, settings, decisions, routes } = contract
  return {
    confirms: (given, expected) => given === expected,
    confirmationOf: (fields) => field(fields, 'confirmationText'),
    wantsPreview: (fields) => field(fields, 'previewOnly') === true,
    primaryOf: (priceId) => checkout.primaryOf(contract, priceId),
    bumpsOf: (priceIds) => checkout.bumpsOf(contract, priceIds),
    amountOf: (lines) => checkout.totalOf(lines),
    returnUrl: checkout.returnUrl,
    beforeConfirmation: nothing,
    startedIntent: (intent) => intent,

    isEligible: (status) => eligibleStatuses.includes(status),
    nextStatus: webhook.nextStatus,
    intentIdOf: webhook.intentIdOf,
    refusesEvent: (event) => (event.livemode ? 'livemode_event_refused' : null),
    contradicts: webhook.contradicts,
    pathExpired: (intent, now) => {
      const closesAt = pathClosesAt(contract, intent)
      return closesAt !== null && now >= closesAt
    },
    unknownIntent: () => undefined,
    onPageVisit: nothing,

    afterDecision: nothing,
    onDecisionRead: nothing,
    intentAfterDecision: (intent) => intent,
    presentedOffer: (kind) => decisions.find((one) => one.decisionKind === kind)?.presentedOfferId,
    sessionParams: (params) => params,
    stripeIdempotencyKey: idempotency.stripeIdempotencyKey,
    onReplayedStart: nothing,
    stripeFailed: () => undefined,

    keyOf: idempotency.keyOf,
    keyName: (key) => key,
    keyScope: (operation) => operation,
    requiresKey: (operation) => operation !== 'checkout',
    remembersKeys: () => true,
    sameRequest: (_operation, recorded, asked) => recorded === asked,
    atomically: (_operation, store, work) => store.transaction(work),
    countsReplay: () => false,

    versionOf: (given) => (Number.isSafeInteger(given) && Number(given) > 0 ? Number(given) : undefined),
    isCurrent: (given, actual) => given === actual,
    moved: (updatedAt, now) => movedForward(updatedAt, now),
    replayMustBeCurrent: () => false,
    keepsStaleWrite: () => false,

    verifyWebhook,
    readEvent: webhook.readEvent,
    eventKey: (event) => event.id,
    remembersEvents: () => true,
    remembersEventsFirst: () => false,

    linkOf: (given) => attribution.linkOf(contract, given),
    destinationFits: (link, destinationRoute) => link.destinationRoute === destinationRoute,
    attributable: (click) => attribution.attributable(contract, click),
    unknownClick: () => undefined,
    sameReferral: (intent, clickId) => clickId === undefined || clickId === intent.referralClickId,
    attributionOf: (made) => made,

    requiresAttribution: () => true,
    oneEntryPerIntent: () => true,
    commissionOf: (intent) => commissionOf(settings.commissionRates, intent.lines),
    ledgerEntry: (entry) => entry,

    gates: (_method, pathname) => isOwnerPath(pathname, routes.ownerActions),
    isOwner: hasOwnerToken,
    ownerTransition,
    publicReason,

    escape: escapeHtml,
    pageFacts: (facts) => facts,

    decisionTotal: (total) => total,
    methodsOf: (_route, methods) => methods,
    parseJson,
    bodyLimit: () => oneMebibyte,
    pathId: decodeSegment,
  }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
