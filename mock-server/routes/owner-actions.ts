import { isOwnerAction, statusesOf } from '../domain/owner-review.ts'
import type { OwnerAction } from '../domain/owner-review.ts'
import type { LedgerEntry, Review } from '../domain/records.ts'
import { countEntry } from '../domain/tallies.ts'
import { answer, Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import { field, isAbsent, textField } from '../http/fields.ts'
import { ledgerEntryView, ledgerRedaction, ownerContractView, reviewView } from '../projections/affiliates.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Call, Handler, Key } from './route.ts'
import { fieldsOf, keyFor } from './route.ts'

/** WIRE 9, the owner's read. The gate stands before the routes, in `app.ts`. */
export const readOwnerActions: Handler = async ({ world }) =>
  answer(ownerContractView(world.contract, await world.store.read((tx) => tx.tallies.all())))

interface Ask {
  readonly commissionLedgerId: string
  readonly action: OwnerAction
  readonly key: Key | undefined
  readonly expected: number
  readonly reason: string | undefined
  readonly fingerprint: string
}

interface Outcome {
  readonly review: Review
  readonly entry: LedgerEntry
  readonly duplicate: boolean
}

/** WIRE 9, the write. */
export const recordOwnerAction: Handler = async (call) => {
  const { world } = call
  const ask = readAction(call, await fieldsOf(call))
  const outcome = await world.behaviour.atomically('owner', world.store, (tx) => act(tx, world, ask))
  return answer({
    ok: true,
    status: outcome.duplicate ? 'commission_review_action_replayed' : 'commission_review_action_recorded',
    duplicate: outcome.duplicate,
    reviewAction: reviewView(outcome.review),
    commissionLedger: ledgerEntryView(outcome.entry),
    redaction: ledgerRedaction,
  })
}

function readAction(call: Call, fields: Fields): Ask {
  const { behaviour, contract } = call.world
  const commissionLedgerId = textField(fields, 'commissionLedgerId')
  if (commissionLedgerId === undefined) throw new Refusal(400, 'commission_ledger_required')
  const action = field(fields, 'actionKind')
  if (!isOwnerAction(action)) throw new Refusal(400, 'commission_review_action_unsupported')
  const key = keyFor(call, 'owner', fields, 'idempotency_key_required')
  const expected = behaviour.versionOf(field(fields, 'expectedUpdatedAt'))
  if (expected === undefined) throw new Refusal(400, 'expected_updated_at_required')
  const text = behaviour.confirmationOf(fields, call.request)
  if (!behaviour.confirms(text, contract.texts.owner, 'owner')) {
    throw new Refusal(400, 'commission_review_confirmation_required')
  }
  const reason = field(fields, 'reason')
  if (!isAbsent(reason) && typeof reason !== 'string') {
    throw new Refusal(400, 'invalid_request_field', { field: 'reason' })
  }
  return {
    commissionLedgerId,
    action,
    key,
    expected,
    reason: reason ?? undefined,
    fingerprint: JSON.stringify([commissionLedgerId, action]),
  }
}

async function act(tx: Transaction, world: World, ask: Ask): Promise<Outcome> {
  const { behaviour } = world
  const { key } = ask
  const entry = await tx.ledger.get(ask.commissionLedgerId)
  if (key !== undefined && behaviour.remembersKeys('owner')) {
    const known = await tx.keys.get(key.id)
    if (known !== undefined) {
      const review = behaviour.sameRequest('owner', known.fingerprint, ask.fingerprint)
        ? await tx.reviews.get(known.recordId)
        : undefined
      if (review === undefined || entry === undefined) {
        throw new Refusal(409, 'commission_review_idempotency_conflict')
      }
      return { review, entry, duplicate: true }
    }
  }
  if (entry === undefined) throw new Refusal(400, 'commission_ledger_not_found')
  if (!behaviour.isCurrent(ask.expected, entry.updatedAt, 'owner')) {
    throw new Refusal(409, 'commission_review_stale_state', { commissionLedger: ledgerEntryView(entry) })
  }
  const outcome = behaviour.ownerTransition(entry, ask.action)
  if ('refusal' in outcome) {
    throw new Refusal(409, outcome.refusal, { commissionLedger: ledgerEntryView(entry) })
  }
  const moved: LedgerEntry = {
    ...entry,
    ...outcome.next,
    updatedAt: behaviour.moved(entry.updatedAt, world.seconds(), 'ledger'),
  }
  const review: Review = {
    id: world.newId('commission-review-action'),
    commissionLedgerId: entry.id,
    actionKind: ask.action,
    previous: statusesOf(entry),
    next: outcome.next,
    reasonPublic: behaviour.publicReason(ask.action, ask.reason),
    reason: ask.reason ?? null,
    createdAt: world.seconds(),
  }
  if (key !== undefined && behaviour.remembersKeys('owner')) {
    await tx.keys.add({ id: key.id, fingerprint: ask.fingerprint, recordId: review.id })
  }
  await tx.ledger.put(moved)
  await tx.reviews.add(review)
  await countEntry(tx, entry, -1)
  await countEntry(tx, moved, 1)
  return { review, entry: moved, duplicate: false }
}
