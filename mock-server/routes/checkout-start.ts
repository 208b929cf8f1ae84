import type { Attribution, Intent } from '../domain/records.ts'
import { answer, refuse } from '../http/answer.ts'
import { previewView, startView } from '../projections/checkout.ts'
import type { Handler } from './route.ts'
import { fieldsOf, keyFor } from './route.ts'
import { reserveIntent } from './reserve-intent.ts'
import { readStart } from './start-request.ts'
import { openStripeSession, settledStart } from './stripe-session.ts'

/** WIRE 3: a preview, or a confirmed start of one intent. */
export const startCheckout: Handler = async (call) => {
  const { world, request } = call
  const { behaviour, contract, testEnvironment } = world
  const fields = await fieldsOf(call)
  const start = readStart(world, fields)
  const { primary, bumps, amountCents: totalAmountCents } = start
  const preview = (reason: string) =>
    answer(previewView(contract, { reason, primary, bumps, totalAmountCents, duplicate: false }))

  await behaviour.beforeConfirmation(world, fields)
  if (!behaviour.confirms(behaviour.confirmationOf(fields, request), contract.texts.checkout, 'checkout')) {
    return preview('confirmation_text_required')
  }
  if (behaviour.wantsPreview(fields)) return preview('preview_requested')
  if (world.stripe === null && !testEnvironment) return preview('missing_or_incomplete_sandbox_secret')

  const key = keyFor(call, 'checkout', fields, 'idempotency_key_required')
  const origin = world.publicOrigin ?? call.url.origin
  const reserved = await reserveIntent(world, { start, key, origin })
  const duplicate = reserved.outcome === 'replay'
  const { attribution } = reserved
  if (testEnvironment) {
    const reason = 'test_checkout_intent_created'
    const started = { intent: reserved.intent, attribution }
    return answer(previewView(contract, { reason, primary, bumps, totalAmountCents, duplicate, started }))
  }
  const intent =
    reserved.outcome === 'replay'
      ? await settledStart(world, reserved.intent)
      : await openStripeSession(world, reserved.intent)
  if (duplicate) await behaviour.onReplayedStart(world, intent)
  return started(intent, attribution, duplicate || reserved.outcome === 'retry')

  function started(opened: Intent, attached: Attribution | undefined, replayed: boolean): Response {
    if (opened.status === 'stripe_error') return refuse(502, 'stripe_checkout_error')
    return answer(startView(contract, opened, attached, replayed, world.basePath))
  }
}
