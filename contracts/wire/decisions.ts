import type { Contract } from '../contract.ts'
import { z } from '../zod.ts'
import { decisionFlags } from './declared-flags.ts'
import {
  cents,
  confirmation,
  exactly,
  flags,
  id,
  intentStatus,
  message,
  off,
  oneOf,
  serverPrivate,
  time,
  yes,
  type Schema,
} from './parts.ts'

/** WIRE 6: what anybody with the intent's id may know of it. */
const checkoutState = (contract: Contract) =>
  z
    .object({
      checkoutIntentId: id,
      status: intentStatus(contract),
      amountCents: cents,
      currency: z.literal(contract.primaryOffer.currency),
      updatedAt: time,
      eligible: z.boolean(),
      selectedOrderBumpPriceIds: z.array(oneOf(contract.allowedBumps.map(({ priceId }) => priceId))),
      privateDataIncluded: off,
      rawStripeIdsIncluded: off,
    })
    .strict()

/** WIRE 6, the read. `status` and `issue` are as free as the seed leaves them. */
export const decisionContract = (contract: Contract) => {
  const seeded: Readonly<Record<string, unknown>> = contract.seed.postPurchaseDecisions
  const asSeeded = (member: string): Schema =>
    seeded[member] === undefined ? z.unknown() : exactly(seeded[member])
  return z
    .object({
      ok: yes,
      id,
      status: seeded['status'] === undefined ? z.string().optional() : z.string(),
      issue: asSeeded('issue'),
      route: z.literal(contract.routes.decisions),
      confirmation: confirmation(contract.texts.decision),
      contract: exactly(contract.seed.postPurchaseDecisions),
      checkout: checkoutState(contract).nullable(),
      redaction: flags(...decisionFlags),
    })
    .strict()
}

/** WIRE 6, the request. The key may come as a header instead. */
export const decisionRequest = (contract: Contract) =>
  z
    .object({
      checkoutIntentId: id,
      decisionKind: oneOf(contract.decisions.map(({ decisionKind }) => decisionKind)),
      confirmationText: z.literal(contract.texts.decision),
      idempotencyKey: serverPrivate(id.optional()),
      expectedCheckoutUpdatedAt: time,
    })
    .strict()

const decision = (contract: Contract) =>
  z
    .object({
      decisionId: id,
      checkoutIntentId: id,
      offerStackId: z.literal(contract.stack.id),
      presentedOfferId: oneOf(contract.decisions.map(({ presentedOfferId }) => presentedOfferId)),
      decisionKind: oneOf(contract.decisions.map(({ decisionKind }) => decisionKind)),
      checkoutStatus: oneOf(contract.eligibleStatuses),
      checkoutUpdatedAt: time,
      actorKind: z.string(),
      createdAt: time,
      ...flags(...decisionFlags).shape,
    })
    .strict()

const answer = (contract: Contract, status: string, duplicate: boolean) =>
  z
    .object({
      ok: yes,
      status: z.literal(status),
      duplicate: z.literal(duplicate),
      decision: decision(contract),
      redaction: flags(...decisionFlags),
      message,
    })
    .strict()

export const decisionRecorded = (contract: Contract) =>
  answer(contract, 'post_purchase_decision_recorded', false)

export const decisionReplayed = (contract: Contract) =>
  answer(contract, 'post_purchase_decision_replayed', true)

/** WIRE 6: a conflict that shows the current public state. */
export const decisionConflict = (contract: Contract) =>
  z
    .object({
      ok: off,
      code: z.enum(['post_purchase_checkout_not_eligible', 'post_purchase_checkout_stale_state']),
      checkout: checkoutState(contract),
    })
    .passthrough()
