import type { Decision, Intent } from '../domain/records.ts'
import { count } from '../domain/tallies.ts'
import { answer, Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import { field, textField } from '../http/fields.ts'
import {
  checkoutStateView,
  decisionContractView,
  decisionView,
  effectFlags,
} from '../projections/decisions.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Call, Handler, Key } from './route.ts'
import { fieldsOf, keyFor } from './route.ts'

/** WIRE 6, the read: also what the success page polls. */
export const readDecisions: Handler = async ({ world, url }) => {
  const { behaviour, contract, store } = world
  const id = url.searchParams.get('checkoutIntentId')
  const intent = id === null || id === '' ? undefined : await store.read((tx) => tx.intents.get(id))
  await behaviour.onDecisionRead(world, intent)
  return answer(decisionContractView(contract, stateOf(world, intent, 'read')))
}

interface Ask {
  readonly checkoutIntentId: string
  readonly decisionKind: string
  readonly presentedOfferId: string
  readonly expected: number
  readonly key: Key | undefined
  readonly fingerprint: string
}

interface Outcome {
  readonly decision: Decision
  readonly intent: Intent | undefined
  readonly replay: boolean
}

/** WIRE 6, the write. Touches no other record than the decision, and never Stripe. */
export const recordDecision: Handler = async (call) => {
  const { world } = call
  const { behaviour, store } = world
  const ask = readDecision(call, await fieldsOf(call))
  const outcome = await behaviour.atomically('decision', store, (tx) => decide(tx, world, ask))
  if (outcome instanceof Refusal) throw outcome
  await behaviour.afterDecision(world, outcome)
  return answer({
    ok: true,
    status: outcome.replay ? 'post_purchase_decision_replayed' : 'post_purchase_decision_recorded',
    duplicate: outcome.replay,
    decision: decisionView(outcome.decision),
    redaction: effectFlags,
  })
}

/** The checks that need no state, in WIRE's order. */
function readDecision(call: Call, fields: Fields): Ask {
  const { behaviour, contract } = call.world
  const checkoutIntentId = textField(fields, 'checkoutIntentId')
  if (checkoutIntentId === undefined) throw new Refusal(400, 'checkout_intent_required')
  const decisionKind = textField(fields, 'decisionKind')
  if (decisionKind === undefined) throw new Refusal(400, 'post_purchase_decision_required')
  const key = keyFor(call, 'decision', fields, 'idempotency_key_required')
  const expected = behaviour.versionOf(field(fields, 'expectedCheckoutUpdatedAt'))
  if (expected === undefined) throw new Refusal(400, 'expected_checkout_updated_at_required')
  const text = behaviour.confirmationOf(fields, call.request)
  if (!behaviour.confirms(text, contract.texts.decision, 'decision')) {
    throw new Refusal(400, 'post_purchase_confirmation_required')
  }
  const presentedOfferId = behaviour.presentedOffer(decisionKind)
  if (presentedOfferId === undefined) throw new Refusal(400, 'post_purchase_decision_unsupported')
  const fingerprint = JSON.stringify([checkoutIntentId, decisionKind])
  return { checkoutIntentId, decisionKind, presentedOfferId, expected, key, fingerprint }
}

async function decide(tx: Transaction, world: World, ask: Ask): Promise<Outcome | Refusal> {
  const { behaviour } = world
  const { key } = ask
  const stored = await tx.intents.get(ask.checkoutIntentId)
  if (key !== undefined && behaviour.remembersKeys('decision')) {
    const known = await tx.keys.get(key.id)
    if (known !== undefined) {
      const decision = behaviour.sameRequest('decision', known.fingerprint, ask.fingerprint)
        ? await tx.decisions.get(known.recordId)
        : undefined
      if (decision === undefined) throw new Refusal(409, 'post_purchase_decision_idempotency_conflict')
      if (behaviour.replayMustBeCurrent() && !current(stored)) throw stale(stored)
      if (behaviour.countsReplay('decision')) await countDecision(tx, decision)
      return { decision, intent: stored, replay: true }
    }
  }
  const intent = stored ?? behaviour.unknownIntent(ask.checkoutIntentId)
  if (intent === undefined) throw new Refusal(400, 'checkout_intent_not_found')
  if (!behaviour.isEligible(intent.status, 'write')) {
    throw new Refusal(409, 'post_purchase_checkout_not_eligible', {
      checkout: stateOf(world, intent, 'read'),
    })
  }
  if (behaviour.pathExpired(intent, world.seconds())) {
    throw new Refusal(409, 'post_purchase_path_expired', { checkout: stateOf(world, intent, 'read') })
  }
  const isStale = !current(intent)
  if (isStale && !behaviour.keepsStaleWrite()) throw stale(intent)
  const decision = decisionOf(world, ask, intent)
  if (key !== undefined && behaviour.remembersKeys('decision')) {
    await tx.keys.add({ id: key.id, fingerprint: ask.fingerprint, recordId: decision.id })
  }
  await tx.decisions.add(decision)
  await countDecision(tx, decision)
  const after = behaviour.intentAfterDecision(intent, world.seconds())
  if (after !== intent) await tx.intents.put(after)
  return isStale ? stale(intent) : { decision, intent, replay: false }

  function current(of: Intent | undefined): boolean {
    return of !== undefined && behaviour.isCurrent(ask.expected, of.updatedAt, 'decision')
  }
  function stale(of: Intent | undefined): Refusal {
    return new Refusal(409, 'post_purchase_checkout_stale_state', { checkout: stateOf(world, of, 'read') })
  }
}

function decisionOf({ contract, newId, seconds }: World, ask: Ask, intent: Intent): Decision {
  return {
    id: newId('post-purchase-decision'),
    checkoutIntentId: intent.id,
    offerStackId: contract.stack.id,
    presentedOfferId: ask.presentedOfferId,
    decisionKind: ask.decisionKind,
    checkoutStatus: intent.status,
    checkoutUpdatedAt: intent.updatedAt,
    actorKind: 'buyer',
    createdAt: seconds(),
  }
}

function countDecision(tx: Transaction, decision: Decision): Promise<void> {
  const { offerStackId, presentedOfferId, decisionKind, createdAt } = decision
  return count(tx, {
    group: 'decision',
    dimensions: [offerStackId, presentedOfferId, decisionKind],
    at: createdAt,
  })
}

function stateOf({ behaviour }: World, intent: Intent | undefined, place: 'read' | 'write') {
  return checkoutStateView(intent, intent !== undefined && behaviour.isEligible(intent.status, place))
}
