import type Stripe from 'stripe'
import { withStatus } from '../domain/intent.ts'
import type { Intent } from '../domain/records.ts'
import type { World } from '../world.ts'

/**
 * Creates the intent's Stripe session and writes down how that went. Holds no transaction while Stripe works; starts
 * that replay the key meanwhile wait for this one. Resolves with the intent: `stripe_error` when Stripe failed.
 */
export async function openStripeSession(world: World, reserved: Intent): Promise<Intent> {
  const opening = createSession(world, reserved).then((session) => settle(world, reserved, session))
  world.pendingStarts.set(reserved.id, opening)
  try {
    return await opening
  } finally {
    world.pendingStarts.delete(reserved.id)
  }
}

/**
 * The intent once its start is through: at once when it is, else when the start under way in this process is, else (it
 * is under way in another one) as soon as the store says so, for a bounded time.
 */
export async function settledStart(world: World, intent: Intent): Promise<Intent> {
  let latest = intent
  for (let round = 0; round < 100 && latest.status === 'pending_stripe'; round += 1) {
    const opening = world.pendingStarts.get(intent.id)
    if (opening !== undefined) return opening
    await new Promise<void>((resolve) => setTimeout(resolve, 20))
    latest = (await world.store.read((tx) => tx.intents.get(intent.id))) ?? latest
  }
  return latest
}

interface Session {
  readonly id: string
  readonly url: string | null
}

/** Undefined when Stripe failed. Why is Stripe's affair: nothing of it goes any further. */
async function createSession({ stripe, behaviour }: World, intent: Intent): Promise<Session | undefined> {
  if (stripe === null) return undefined
  try {
    const idempotencyKey = await behaviour.stripeIdempotencyKey(intent.privates.idempotencyKey, intent.id)
    const { id, url } = await stripe.checkout.sessions.create(
      behaviour.sessionParams(sessionParamsOf(intent)),
      idempotencyKey === undefined ? {} : { idempotencyKey },
    )
    return { id, url }
  } catch (error) {
    return behaviour.stripeFailed(error)
  }
}

async function settle(world: World, reserved: Intent, session: Session | undefined): Promise<Intent> {
  return world.store.transaction(async (tx) => {
    const intent = (await tx.intents.get(reserved.id)) ?? reserved
    const to = session === undefined ? 'stripe_error' : 'stripe_session_created'
    // An event may have come before Stripe's answer did: then the status has moved on already. And a session that is
    // there outweighs another attempt at the same start that has failed meanwhile.
    const open =
      intent.status === 'pending_stripe' || (intent.status === 'stripe_error' && session !== undefined)
    const moved = open
      ? withStatus(intent, to, world.behaviour.moved(intent.updatedAt, world.seconds(), 'intent'))
      : intent
    const privates = {
      ...moved.privates,
      stripeSessionId: session?.id ?? moved.privates.stripeSessionId,
      stripeCheckoutUrl: session?.url ?? moved.privates.stripeCheckoutUrl,
    }
    const settled = { ...moved, privates }
    await tx.intents.put(settled)
    return settled
  })
}

function sessionParamsOf(intent: Intent): Stripe.Checkout.SessionCreateParams {
  const { buyerEmail } = intent.privates
  return {
    mode: 'payment',
    client_reference_id: intent.id,
    metadata: { checkout_intent_id: intent.id },
    line_items: intent.lines.map((line) => ({
      quantity: 1,
      price_data: {
        currency: intent.currency,
        unit_amount: line.unitAmountCents,
        product_data: { name: line.title, metadata: { price_id: line.priceId } },
      },
    })),
    success_url: intent.successUrl,
    cancel_url: intent.cancelUrl,
    ...(buyerEmail !== null && isAddress(buyerEmail) && { customer_email: buyerEmail }),
  }
}

/** Stripe refuses a session whose address is none; the buyer can still type one there. */
function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text)
}
