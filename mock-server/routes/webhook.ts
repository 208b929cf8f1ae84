import { withStatus } from '../domain/intent.ts'
import type { Intent } from '../domain/records.ts'
import type { StripeEvent } from '../domain/webhook.ts'
import { answer, refuse } from '../http/answer.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Handler } from './route.ts'
import { bytesOf } from './route.ts'

/** WIRE 5. Nothing of an event is looked at before its signature is good. */
export const receiveEvent: Handler = async (call) => {
  const { world, request } = call
  const { behaviour, webhookSecret, store } = world
  const payload = await bytesOf(call)
  if (webhookSecret === undefined) return refuse(503, 'webhook_secret_not_configured')
  const signature = request.headers.get('stripe-signature')
  const verified = await behaviour.verifyWebhook({
    payload,
    signature,
    secret: webhookSecret,
    receivedAt: world.now(),
  })
  if ('refusal' in verified) return refuse(400, verified.refusal)
  const event = behaviour.readEvent(verified.event)
  if (event === null) return refuse(400, 'stripe_event_malformed')
  const refusal = behaviour.refusesEvent(event)
  if (refusal !== null) return refuse(400, refusal)

  if (behaviour.remembersEventsFirst()) await store.transaction((tx) => remember(tx, world, event))
  const outcome = await behaviour.atomically('webhook', store, async (tx) => {
    if (!behaviour.remembersEventsFirst()) {
      if (behaviour.remembersEvents() && (await tx.events.get(behaviour.eventKey(event))) !== undefined) {
        return 'duplicate'
      }
      // The event is remembered together with its effect, so a failure leaves room for Stripe to send it again.
      await remember(tx, world, event)
    }
    return apply(tx, world, event)
  })
  if (outcome === 'duplicate') return answer({ ok: true, received: true, duplicate: true })
  return answer({
    ok: true,
    received: true,
    duplicate: false,
    eventType: /^[a-z0-9_.]{1,100}$/.test(event.type) ? event.type : 'unknown',
    checkoutIntentId: outcome.intent?.id ?? null,
    checkoutIntentStatus: outcome.intent?.status ?? null,
    checkoutIntentUpdated: outcome.updated,
    redaction: { rawStripeIdsIncluded: false },
  })
}

interface Applied {
  readonly intent: Intent | undefined
  readonly updated: boolean
}

async function apply(tx: Transaction, world: World, event: StripeEvent): Promise<Applied> {
  const { behaviour } = world
  const id = behaviour.intentIdOf(event)
  const intent = id === null ? undefined : await tx.intents.get(id)
  if (intent === undefined) return { intent, updated: false }
  const privates = { ...intent.privates, lastEventObject: event.object, lastEventId: event.id }
  const to = behaviour.nextStatus(intent, event)
  if (
    to === null ||
    (behaviour.contradicts(intent, event) && (to === 'paid' || behaviour.isEligible(to, 'write')))
  ) {
    await tx.intents.put({ ...intent, privates })
    return { intent, updated: false }
  }
  const moved = withStatus(intent, to, behaviour.moved(intent.updatedAt, world.seconds(), 'intent'))
  const opens = intent.eligibleSince === undefined && world.contract.eligibleStatuses.includes(to)
  await tx.intents.put({
    ...moved,
    lastEventCreated: event.created,
    ...(opens && { eligibleSince: world.seconds() }),
    privates,
  })
  return { intent: moved, updated: true }
}

async function remember(tx: Transaction, world: World, event: StripeEvent): Promise<void> {
  const { behaviour } = world
  if (!behaviour.remembersEvents()) return
  await tx.events.add({ id: behaviour.eventKey(event), type: event.type, receivedAt: world.seconds() })
}
