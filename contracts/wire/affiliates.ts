import type { Contract } from '../contract.ts'
import type { ReferralLink } from '../settings.ts'
import { z } from '../zod.ts'
import { clickFlags, ledgerFlags } from './declared-flags.ts'
import { cents, flags, id, message, off, oneOf, serverPrivate, time, yes, type Schema } from './parts.ts'

/** WIRE 7, the request: a link by its id or by its code. */
export const clickRequest = (_contract: Contract) =>
  z
    .object({
      referralLinkId: id.optional(),
      code: id.optional(),
      destinationRoute: id,
      idempotencyKey: serverPrivate(id.optional()),
      anonymousVisitorKey: serverPrivate(z.string().optional()),
    })
    .strict()

/** One of the configured links' values; free where the configuration leaves one open. */
function configured({ referralLinks }: Contract, member: 'code' | 'partnerId'): Schema {
  const links: readonly ReferralLink[] = [referralLinks.eligible, referralLinks.ineligible]
  const values = links.flatMap((link) => link[member] ?? [])
  return values.length === links.length ? oneOf(values) : z.string().nullable()
}

/** WIRE 7: a click. Its two flags stand at the top level. */
export const clickRecorded = (contract: Contract) => {
  const { eligible, ineligible } = contract.referralLinks
  return z
    .object({
      ok: yes,
      duplicate: z.boolean(),
      status: z.literal('recorded'),
      referralClickId: id,
      referralLinkId: oneOf([eligible.referralLinkId, ineligible.referralLinkId]),
      referralCode: configured(contract, 'code'),
      partnerId: configured(contract, 'partnerId'),
      destinationRoute: oneOf([eligible.destinationRoute, ineligible.destinationRoute]),
      ...flags(...clickFlags).shape,
      message,
    })
    .strict()
}

/** WIRE 8 and 9, the reads: the protocol names the confirmation and leaves the rest of the contract open. */
export const confirmedContract = () =>
  z
    .object({
      ok: yes,
      confirmation: z.object({ required: yes, text: z.string().min(1) }).passthrough(),
    })
    .passthrough()

/** WIRE 8, the request. */
export const ledgerRequest = ({ texts }: Contract) =>
  z
    .object({
      checkoutIntentId: id,
      confirmationText: z.literal(texts.ledger),
      idempotencyKey: serverPrivate(id.optional()),
      agentClientId: serverPrivate(z.string().optional()),
    })
    .strict()

/** WIRE 8: the entry. The protocol adds flags without naming them: what else is there must be false. */
const commissionLedger = (contract: Contract) =>
  z
    .object({
      commissionLedgerId: id,
      checkoutIntentId: id,
      referralAttributionId: id,
      referralClickId: id,
      referralLinkId: z.literal(contract.referralLinks.eligible.referralLinkId),
      referralCode: configured(contract, 'code'),
      partnerId: configured(contract, 'partnerId'),
      commissionRuleIds: z.array(id).min(1),
      sourceCheckoutStatus: z.string().min(1),
      grossSaleCents: cents,
      commissionCents: cents,
      currency: z.literal(contract.primaryOffer.currency),
      ledgerStatus: z.enum(['review_only', 'reversed']),
      reviewStatus: z.string().min(1),
      payoutStatus: z.literal('not_payable'),
      refundWindowDays: z.number().int().nonnegative(),
      reversibleUntil: time,
      updatedAt: time,
    })
    .catchall(off)

/** WIRE 8: an entry recorded, or replayed. */
export const ledgerRecorded = (contract: Contract) =>
  z
    .object({
      ok: yes,
      status: z.enum(['review_only_commission_recorded', 'review_only_commission_replayed']),
      duplicate: z.boolean(),
      commissionLedger: commissionLedger(contract),
      redaction: flags(...ledgerFlags),
      message,
    })
    .strict()

/** WIRE 9, the request. */
export const ownerActionRequest = ({ texts }: Contract) =>
  z
    .object({
      commissionLedgerId: id,
      actionKind: z.enum(['mark_reviewed', 'hold_for_review', 'reverse_evidence']),
      confirmationText: z.literal(texts.owner),
      idempotencyKey: serverPrivate(id.optional()),
      expectedUpdatedAt: time,
      reason: serverPrivate(z.string().optional()),
    })
    .strict()

/** WIRE 9: an owner action recorded, or replayed. The protocol leaves room in the action itself. */
export const ownerActionRecorded = (contract: Contract) => {
  const ledgerStatus = z.enum(['review_only', 'reversed'])
  const reviewStatus = z.string().min(1)
  const payoutStatus = z.literal('not_payable')
  return z
    .object({
      ok: yes,
      status: z.enum(['commission_review_action_recorded', 'commission_review_action_replayed']),
      duplicate: z.boolean(),
      reviewAction: z
        .object({
          actionId: id,
          previousLedgerStatus: ledgerStatus,
          nextLedgerStatus: ledgerStatus,
          previousReviewStatus: reviewStatus,
          nextReviewStatus: reviewStatus,
          previousPayoutStatus: payoutStatus,
          nextPayoutStatus: payoutStatus,
          actorRole: z.string().min(1),
          reasonPublic: z.string().nullable(),
          createdAt: time,
        })
        .passthrough(),
      commissionLedger: commissionLedger(contract),
      redaction: flags(),
      message,
    })
    .strict()
}
