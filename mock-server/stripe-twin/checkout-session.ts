import { invalidParam, missingParam } from './errors.ts'
import { isFormObject, type FormObject, type FormValue } from './form.ts'
import { base62Text, stripeId, type Random } from './ids.ts'
import { totalsOf, type TwinPrice } from './line-items.ts'

/** A Checkout Session, as far as a checkout needs it; times in Unix seconds, amounts in the smallest unit. */
export interface CheckoutSession {
  readonly id: string
  readonly object: 'checkout.session'
  readonly amount_subtotal: number
  readonly amount_total: number
  readonly cancel_url: string | null
  readonly client_reference_id: string | null
  readonly created: number
  readonly currency: string
  readonly customer: string | null
  readonly customer_details: { readonly email: string | null; readonly name: string | null } | null
  readonly customer_email: string | null
  readonly expires_at: number
  readonly livemode: false
  readonly metadata: Readonly<Record<string, string>>
  readonly mode: string
  readonly payment_intent: string | null
  readonly payment_method_types: readonly string[]
  readonly payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  readonly status: 'open' | 'complete' | 'expired'
  readonly success_url: string | null
  readonly ui_mode: string
  readonly url: string | null
}

/** Whether there is nothing to pay: Stripe then makes no payment intent and asks for no card. */
export function isFree({ amount_total: total }: Pick<CheckoutSession, 'amount_total'>): boolean {
  return total === 0
}

interface SessionContext {
  /** Unix seconds. */
  readonly now: number
  readonly random: Random
  readonly prices: Readonly<Record<string, TwinPrice>>
  /** Where the twin's own pay page is; left out, the URL has Stripe's form. */
  readonly publicOrigin: string | undefined
}

/** Creates the session that `POST /v1/checkout/sessions` answers with. Throws StripeFailure on bad parameters. */
export function createSession(params: FormObject, context: SessionContext): CheckoutSession {
  const mode = textOf(params.mode)
  if (mode === null) throw missingParam('mode')
  if (!['payment', 'setup', 'subscription'].includes(mode)) {
    throw invalidParam('mode', 'Invalid mode: must be one of payment, setup, or subscription')
  }
  const successUrl = urlOf(params, 'success_url')
  const uiMode = textOf(params.ui_mode) ?? 'hosted_page'
  if (successUrl === null && uiMode.startsWith('hosted')) throw missingParam('success_url')
  const totals =
    mode === 'setup' ? { amount: 0, currency: 'usd' } : totalsOf(params.line_items, context.prices)
  const id = stripeId('cs_test', 58, context.random)
  const email = textOf(params.customer_email)
  return {
    id,
    object: 'checkout.session',
    amount_subtotal: totals.amount,
    amount_total: totals.amount,
    cancel_url: urlOf(params, 'cancel_url'),
    client_reference_id: textOf(params.client_reference_id),
    created: context.now,
    currency: totals.currency,
    customer: textOf(params.customer),
    customer_details: email === null ? null : { email, name: null },
    customer_email: email,
    expires_at: expiryOf(params.expires_at, context.now),
    livemode: false,
    metadata: metadataOf(params.metadata),
    mode,
    payment_intent: null,
    payment_method_types: ['card'],
    payment_status: isFree({ amount_total: totals.amount }) ? 'no_payment_required' : 'unpaid',
    status: 'open',
    success_url: successUrl,
    ui_mode: uiMode,
    url: payUrl(id, context),
  }
}

function payUrl(id: string, { publicOrigin, random }: SessionContext): string {
  if (publicOrigin !== undefined) return new URL(`/c/pay/${id}`, publicOrigin).href
  return `https://checkout.stripe.com/c/pay/${id}#fid${base62Text(90, random)}`
}

function textOf(value: FormValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function urlOf(params: FormObject, name: string): string | null {
  const text = textOf(params[name])
  if (text === null) return null
  if (URL.canParse(text) && /^https?:/i.test(text)) return text
  throw invalidParam(name, `Not a valid URL`, 'url_invalid')
}

function expiryOf(value: FormValue | undefined, now: number): number {
  const day = 24 * 3600
  if (value === undefined) return now + day
  const expiry = Number(value)
  if (Number.isInteger(expiry) && expiry >= now + 1800 && expiry <= now + day) return expiry
  throw invalidParam('expires_at', 'The `expires_at` timestamp must be 30 minutes to 24 hours from now.')
}

function metadataOf(value: FormValue | undefined): Readonly<Record<string, string>> {
  if (!isFormObject(value)) return {}
  const entries = Object.entries(value).filter(([, text]) => text !== '')
  if (entries.length > 50) throw invalidParam('metadata', 'Metadata can have at most 50 keys')
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (typeof text !== 'string') throw invalidParam(`metadata[${name}]`, 'Invalid string')
      if (name.length > 40) throw invalidParam('metadata', 'Metadata keys have at most 40 characters')
      if (text.length > 500)
        throw invalidParam(`metadata[${name}]`, 'Metadata values have at most 500 characters')
      return [name, text]
    }),
  )
}
