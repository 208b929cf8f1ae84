import type { Json, WitnessedCall } from '../transcript.ts'
import { isObject, member } from './look.ts'

/** A parameter of a session-create by which another amount than the seeded one is taken, or is passed on. */
interface Term {
  readonly name: string
  readonly pointer: string
}

/**
 * What makes a session take another amount than the sum of its lines (a quantity that the buyer may change, shipping, a
 * discount, tax, more items, a price that recurs), hand a share of it to an account (a transfer, a fee) or keep the
 * card for later charges. The names are those of Stripe's API reference, create a Checkout Session.
 */
export function unconfirmedTerms({ params }: WitnessedCall): readonly Term[] {
  const lines = Object.values(object(member(params, 'line_items')))
  const told = (name: string, pointer: string, isThere: boolean): Term[] =>
    isThere ? [{ name, pointer: `/params/${pointer}` }] : []
  const shipping = Object.values(object(member(params, 'shipping_options')))
  const payment = (name: string) => member(params, 'payment_intent_data', name)
  return [
    ...told(
      'a quantity that the buyer may change',
      'line_items',
      lines.some((line) => isTrue(member(line, 'adjustable_quantity', 'enabled'))),
    ),
    ...told(
      'a price that recurs',
      'line_items',
      lines.some((line) => member(line, 'price_data', 'recurring') !== undefined),
    ),
    ...told(
      'shipping that is paid for',
      'shipping_options',
      shipping.some((one) => Number(member(one, 'shipping_rate_data', 'fixed_amount', 'amount') ?? 0) > 0),
    ),
    ...told('a discount', 'discounts', Object.keys(object(member(params, 'discounts'))).length > 0),
    ...told(
      'further items',
      'optional_items',
      Object.keys(object(member(params, 'optional_items'))).length > 0,
    ),
    ...told(
      'a promotion code that the buyer may enter',
      'allow_promotion_codes',
      isTrue(member(params, 'allow_promotion_codes')),
    ),
    ...told(
      'tax on top of the prices',
      'automatic_tax',
      isTrue(member(params, 'automatic_tax', 'enabled')) && lines.some(mayAddTax),
    ),
    ...told('a card that is kept for later charges', 'payment_intent_data', keepsCard(params)),
    ...told('a transfer', 'payment_intent_data', payment('transfer_data') !== undefined),
    ...told('a fee', 'payment_intent_data', payment('application_fee_amount') !== undefined),
  ]
}

/** A price told in place that does not say that it holds the tax. */
function mayAddTax(line: Json): boolean {
  const data = member(line, 'price_data')
  return data !== undefined && member(data, 'tax_behavior') !== 'inclusive'
}

/** For the payment as a whole, or for one of its methods. */
function keepsCard(params: Json): boolean {
  const all = [
    member(params, 'payment_intent_data'),
    ...Object.values(object(member(params, 'payment_method_options'))),
  ]
  const uses = all.map((one) => member(one, 'setup_future_usage'))
  return uses.some((use) => use === 'on_session' || use === 'off_session')
}

/** What the success URL of a session brings back, decoded; undefined where it is no URL. */
export function returnOf({ params }: WitnessedCall): { intentId?: string; sessionId?: string } | undefined {
  const url = member(params, 'success_url')
  if (typeof url !== 'string' || !url.includes('?')) return undefined
  const found = new Map(
    url
      .slice(url.indexOf('?') + 1)
      .replace(/#.*$/, '')
      .split('&')
      .map((pair) => {
        const [name = '', ...rest] = pair.split('=')
        return [decoded(name), decoded(rest.join('='))] as const
      }),
  )
  const [intentId, sessionId] = [found.get('checkout_intent_id'), found.get('session_id')]
  return {
    ...(intentId === undefined ? {} : { intentId }),
    ...(sessionId === undefined ? {} : { sessionId }),
  }
}

function object(value: Json | undefined): { readonly [name: string]: Json } {
  if (Array.isArray(value)) return Object.fromEntries((value as readonly Json[]).entries())
  return isObject(value) ? value : {}
}

function isTrue(value: Json | undefined): boolean {
  return value === true || value === 'true'
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
