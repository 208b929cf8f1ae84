import type { PayPages } from '../options.ts'
import type { PayAction } from '../stripe-twin/pay/actions.ts'
import type { DeliveryMode } from '../stripe-twin/pay/deliver.ts'
import type { World } from '../world.ts'
import { ControlError } from './inputs.ts'
import { findIntent, showIntent, type IntentState } from './intents.ts'

/** What a button of the pay page led to, and the intent after it. */
export interface PayOutcome {
  readonly next: 'done' | 'back' | 'challenge' | 'page'
  /** Why the buyer has to try again. */
  readonly message: string | null
  readonly checkout: IntentState
}

export interface Redelivered {
  readonly eventType: string
  readonly checkout: IntentState
}

interface Press {
  readonly checkoutIntentId: string
  readonly action: PayAction
  readonly card?: string | undefined
  readonly delivery: DeliveryMode
  readonly wait: boolean
}

/** The buyer's and Stripe's hands: all that they do goes through the twin, and comes back as signed events. */
export function createPayControl(pages: PayPages | undefined, world: () => World) {
  const attached = (): PayPages => {
    if (pages !== undefined) return pages
    const words = 'no twin with pay pages is attached: its Stripe calls go elsewhere'
    throw new ControlError(409, 'twin_not_attached', words)
  }
  const sessionOf = async (id: string): Promise<string> => {
    const intent = await findIntent(world(), id)
    if (intent === undefined) {
      throw new ControlError(
        404,
        'checkout_intent_not_found',
        `there is no intent "${id}"`,
        'checkoutIntentId',
      )
    }
    const { stripeSessionId } = intent.privates
    if (stripeSessionId !== null) return stripeSessionId
    throw new ControlError(
      409,
      'checkout_session_missing',
      'Stripe has no session for it',
      'checkoutIntentId',
    )
  }
  const shown = async (id: string): Promise<IntentState> => {
    const intent = await findIntent(world(), id)
    if (intent !== undefined) return showIntent(world(), intent)
    throw new ControlError(404, 'checkout_intent_not_found', `the intent "${id}" is gone`, 'checkoutIntentId')
  }

  return {
    async pay({ checkoutIntentId, action, card, delivery, wait }: Press): Promise<PayOutcome> {
      const pressable = attached()
      const session = await sessionOf(checkoutIntentId)
      const options = { delivery, ...(card === undefined ? {} : { card }) }
      const pressed = refusing('checkout_session_closed', () => pressable.press(session, action, options))
      if (wait) await pressed.delivered
      const { next, message = null } = pressed
      return { next, message, checkout: await shown(checkoutIntentId) }
    },
    async redeliver(input: {
      readonly checkoutIntentId: string
      readonly eventType?: string | undefined
      readonly delivery: DeliveryMode
    }): Promise<Redelivered> {
      const pressable = attached()
      const { checkoutIntentId, eventType, delivery } = input
      const sent = pressable.sent(await sessionOf(checkoutIntentId))
      const event = sent.findLast(({ type }) =>
        eventType === undefined ? type.startsWith('checkout.session.') : type === eventType,
      )
      if (event === undefined) {
        const types = [...new Set(sent.map(({ type }) => type))].join(', ')
        const words = `no such event was sent for this intent; there are: ${types === '' ? 'none' : types}`
        throw new ControlError(404, 'event_not_found', words, 'eventType')
      }
      await pressable.redeliver(event.id, delivery)
      return { eventType: event.type, checkout: await shown(checkoutIntentId) }
    },
  }
}

/** The twin refuses with a RangeError what its session does not allow. */
function refusing<T>(code: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(409, code, error.message, 'checkoutIntentId')
    throw error
  }
}
