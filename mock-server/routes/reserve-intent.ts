import { successUrlFor } from '../domain/checkout.ts'
import { withStatus } from '../domain/intent.ts'
import type { Attribution, Click, Intent } from '../domain/records.ts'
import { count } from '../domain/tallies.ts'
import { Refusal } from '../http/answer.ts'
import type { Transaction } from '../store/store.ts'
import type { World } from '../world.ts'
import type { Key } from './route.ts'
import type { StartRequest } from './start-request.ts'
import { fingerprintOf } from './start-request.ts'

/** `new` and `retry` still need their Stripe session; a `replay` does not. */
interface Reserved {
  readonly outcome: 'new' | 'retry' | 'replay'
  readonly intent: Intent
  readonly attribution: Attribution | undefined
}

interface Ask {
  readonly start: StartRequest
  readonly key: Key | undefined
  readonly origin: string
}

/**
 * After so many seconds a start that never heard from Stripe may be tried again under its key: longer than the Stripe
 * client waits, so whoever had it in hand is gone. Stripe has the same key, so it makes no second session.
 */
const abandonedAfter = 10

/**
 * Finds the intent of the key, or writes a new one as `pending_stripe`, in one transaction: of racing starts with one
 * key exactly one reserves. Stripe is called afterwards, outside of it.
 */
export async function reserveIntent(world: World, ask: Ask): Promise<Reserved> {
  return world.behaviour.atomically('checkout', world.store, async (tx) => {
    const known =
      ask.key !== undefined && world.behaviour.remembersKeys('checkout')
        ? await tx.keys.get(ask.key.id)
        : undefined
    const intent = known === undefined ? undefined : await tx.intents.get(known.recordId)
    if (known !== undefined && intent === undefined) throw new Refusal(409, 'checkout_idempotency_conflict')
    return intent === undefined ? createIntent(tx, world, ask) : replay(tx, world, ask, intent)
  })
}

async function replay(tx: Transaction, world: World, ask: Ask, intent: Intent): Promise<Reserved> {
  const { behaviour } = world
  if (!behaviour.sameReferral(intent, ask.start.referralClickId)) {
    throw new Refusal(409, 'checkout_referral_attribution_conflict')
  }
  if (!behaviour.sameRequest('checkout', intent.fingerprint, fingerprintOf(ask.start))) {
    throw new Refusal(409, 'checkout_idempotency_conflict')
  }
  const attribution =
    intent.attributionId === null ? undefined : await tx.attributions.get(intent.attributionId)
  const now = world.seconds()
  const abandoned =
    intent.status === 'pending_stripe' &&
    !world.testEnvironment &&
    !world.pendingStarts.has(intent.id) &&
    now - intent.updatedAt > abandonedAfter
  if (intent.status !== 'stripe_error' && !abandoned) return { outcome: 'replay', intent, attribution }
  const again = withStatus(intent, 'pending_stripe', behaviour.moved(intent.updatedAt, now, 'intent'))
  await tx.intents.put(again)
  return { outcome: 'retry', intent: again, attribution }
}

async function createIntent(tx: Transaction, world: World, ask: Ask): Promise<Reserved> {
  const { behaviour, contract } = world
  const { start, key, origin } = ask
  const click = await clickFor(tx, world, start.referralClickId)
  const id = world.newId('checkout-intent')
  const now = world.seconds()
  const made = click === undefined ? undefined : attributionFor(world, click, id)
  const attribution =
    made === undefined || click === undefined ? undefined : behaviour.attributionOf(made, click)
  const own = (route: string) => new URL(world.basePath + route, origin).href
  const intent = behaviour.startedIntent(
    {
      id,
      status: 'pending_stripe',
      createdAt: now,
      updatedAt: now,
      primaryPriceId: start.primary.priceId,
      bumpPriceIds: start.bumps.map((bump) => bump.priceId),
      lines: start.lines,
      amountCents: start.amountCents,
      currency: start.primary.currency,
      fingerprint: fingerprintOf(start),
      referralClickId: click?.id ?? null,
      attributionId: attribution?.id ?? null,
      successUrl: successUrlFor(behaviour.returnUrl(start.successUrl, own(contract.routes.success)), id),
      cancelUrl: behaviour.returnUrl(start.cancelUrl, own(contract.routes.cancel)),
      lastEventCreated: 0,
      privates: {
        idempotencyKey: key?.given ?? null,
        buyerEmail: start.buyerEmail ?? null,
        agentClientId: start.agentClientId ?? null,
        auditCorrelationId: world.newId('audit'),
        stripeSessionId: null,
        stripeCheckoutUrl: null,
        lastEventObject: null,
        lastEventId: null,
      },
    },
    start.fields,
  )
  if (key !== undefined && behaviour.remembersKeys('checkout')) {
    await tx.keys.add({ id: key.id, fingerprint: intent.fingerprint, recordId: id })
  }
  await tx.intents.add(intent)
  if (attribution !== undefined) {
    await tx.attributions.add(attribution)
    await count(tx, { group: 'attribution', dimensions: [attribution.referralLinkId], at: now })
  }
  return { outcome: 'new', intent, attribution }
}

async function clickFor(
  tx: Transaction,
  { behaviour, contract }: World,
  id: string | undefined,
): Promise<Click | undefined> {
  if (id === undefined) return undefined
  // A contract without referrals knows no click that a checkout could have come from.
  const { supportsReferralAttributionEvidence } = contract.seed.sandboxCheckout
  const found = supportsReferralAttributionEvidence ? await tx.clicks.get(id) : undefined
  const click = found ?? behaviour.unknownClick(id)
  if (click === undefined) throw new Refusal(400, 'referral_click_not_found')
  if (!behaviour.attributable(click)) throw new Refusal(400, 'referral_click_route_mismatch')
  return click
}

function attributionFor(world: World, click: Click, checkoutIntentId: string): Attribution {
  return {
    id: world.newId('referral-attribution'),
    checkoutIntentId,
    referralClickId: click.id,
    referralLinkId: click.referralLinkId,
    referralCode: click.referralCode,
    partnerId: click.partnerId,
    destinationRoute: click.destinationRoute,
  }
}
