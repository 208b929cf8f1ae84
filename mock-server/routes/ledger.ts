import { openEntry } from '../domain/ledger.ts'
import type { Attribution, LedgerEntry } from '../domain/records.ts'
import { countEntry } from '../domain/tallies.ts'
import { answer, Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import { textField } from '../http/fields.ts'
import { ledgerContractView, ledgerEntryView, ledgerRedaction } from '../projections/affiliates.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Call, Handler, Key } from './route.ts'
import { fieldsOf, keyFor } from './route.ts'

/** WIRE 8, the read. */
export const readLedger: Handler = async ({ world }) =>
  answer(ledgerContractView(world.contract, await world.store.read((tx) => tx.tallies.all())))

interface Ask {
  readonly checkoutIntentId: string
  readonly agentClientId: string | null
  readonly key: Key | undefined
  readonly fingerprint: string
}

/** WIRE 8, the write: evidence that is for review only. */
export const recordCommission: Handler = async (call) => {
  const { world } = call
  const ask = readCommission(call, await fieldsOf(call))
  const { entry, duplicate } = await world.behaviour.atomically('ledger', world.store, (tx) =>
    keepEntry(tx, world, ask),
  )
  return answer({
    ok: true,
    status: duplicate ? 'review_only_commission_replayed' : 'review_only_commission_recorded',
    duplicate,
    commissionLedger: ledgerEntryView(entry),
    redaction: ledgerRedaction,
  })
}

function readCommission(call: Call, fields: Fields): Ask {
  const { behaviour, contract } = call.world
  const checkoutIntentId = textField(fields, 'checkoutIntentId')
  if (checkoutIntentId === undefined) throw new Refusal(400, 'checkout_intent_required')
  const key = keyFor(call, 'ledger', fields, 'idempotency_key_required')
  const text = behaviour.confirmationOf(fields, call.request)
  if (!behaviour.confirms(text, contract.texts.ledger, 'ledger')) {
    throw new Refusal(400, 'commission_ledger_confirmation_required')
  }
  const agentClientId = textField(fields, 'agentClientId') ?? null
  return { checkoutIntentId, agentClientId, key, fingerprint: JSON.stringify([checkoutIntentId]) }
}

async function keepEntry(tx: Transaction, world: World, ask: Ask) {
  const { behaviour, contract } = world
  const { key } = ask
  if (key !== undefined && behaviour.remembersKeys('ledger')) {
    const known = await tx.keys.get(key.id)
    if (known !== undefined) {
      const entry = behaviour.sameRequest('ledger', known.fingerprint, ask.fingerprint)
        ? await tx.ledger.get(known.recordId)
        : undefined
      if (entry === undefined) throw new Refusal(409, 'commission_ledger_idempotency_conflict')
      return { entry, duplicate: true }
    }
  }
  const intent = (await tx.intents.get(ask.checkoutIntentId)) ?? behaviour.unknownIntent(ask.checkoutIntentId)
  if (intent === undefined) throw new Refusal(400, 'checkout_intent_not_found')
  if (!behaviour.isEligible(intent.status, 'ledger')) throw new Refusal(400, 'checkout_intent_not_trusted')
  const attribution =
    intent.attributionId === null ? undefined : await tx.attributions.get(intent.attributionId)
  if (attribution === undefined && behaviour.requiresAttribution()) {
    throw new Refusal(400, 'checkout_referral_attribution_required')
  }
  const commission = behaviour.commissionOf(intent)
  if (commission === undefined) throw new Refusal(400, 'commission_rule_not_seeded')
  const earlier = await tx.ledgerOfIntent.get(intent.id)
  if (earlier !== undefined) {
    const refused = behaviour.oneEntryPerIntent(await tx.ledger.get(earlier.recordId))
    if (refused) throw new Refusal(409, 'commission_ledger_checkout_conflict')
    await tx.ledgerOfIntent.remove(intent.id)
  }
  const entry = behaviour.ledgerEntry(
    openEntry({
      id: world.newId('commission-ledger'),
      intent,
      attribution: attribution ?? unattributed(intent.id),
      commission,
      refundWindowDays: contract.settings.refundWindowDays,
      agentClientId: ask.agentClientId,
      now: world.seconds(),
    }),
  )
  await addEntry(tx, world, ask, entry)
  return { entry, duplicate: false }
}

async function addEntry(tx: Transaction, { behaviour }: World, ask: Ask, entry: LedgerEntry): Promise<void> {
  const { fingerprint, key } = ask
  if (behaviour.oneEntryPerIntent()) {
    await tx.ledgerOfIntent.add({ id: entry.checkoutIntentId, fingerprint, recordId: entry.id })
  }
  if (key !== undefined && behaviour.remembersKeys('ledger')) {
    await tx.keys.add({ id: key.id, fingerprint, recordId: entry.id })
  }
  await tx.ledger.add(entry)
  await countEntry(tx, entry, 1)
}

function unattributed(checkoutIntentId: string): Attribution {
  return {
    id: '',
    checkoutIntentId,
    referralClickId: '',
    referralLinkId: '',
    referralCode: null,
    partnerId: null,
    destinationRoute: '',
  }
}
