import type { Offer } from '../../contracts/contract.ts'
import { linesOf } from '../domain/checkout.ts'
import type { IntentLine } from '../domain/records.ts'
import { Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import { field, isAbsent } from '../http/fields.ts'
import type { World } from '../world.ts'

/** A start as asked for, its prices found. */
export interface StartRequest {
  readonly fields: Fields
  readonly primary: Offer
  readonly bumps: readonly Offer[]
  readonly lines: readonly IntentLine[]
  /** Cents. */
  readonly amountCents: number
  readonly buyerEmail: string | undefined
  readonly agentClientId: string | undefined
  readonly successUrl: string | undefined
  readonly cancelUrl: string | undefined
  readonly referralClickId: string | undefined
}

/** Reads a start (WIRE 3) and refuses what cannot be sold. The confirmation is not looked at here. */
export function readStart({ behaviour, liveModeConfigured }: World, fields: Fields): StartRequest {
  const optional = (name: string) => optionalText(fields, name)
  const previewOnly = field(fields, 'previewOnly')
  if (!isAbsent(previewOnly) && typeof previewOnly !== 'boolean') throw wrongType('previewOnly')

  const primary = behaviour.primaryOf(optional('priceId'))
  if (primary === undefined) throw new Refusal(404, 'sandbox_offer_not_found')
  const bumps = behaviour.bumpsOf(bumpPriceIds(fields))
  if (bumps === undefined) throw new Refusal(400, 'unsupported_order_bump')
  if (bumps.some((bump) => bump.currency !== primary.currency)) {
    throw new Refusal(409, 'order_bump_currency_mismatch')
  }
  if (liveModeConfigured) throw new Refusal(409, 'live_mode_disabled')
  const lines = linesOf(primary, bumps)
  return {
    fields,
    primary,
    bumps,
    lines,
    amountCents: behaviour.amountOf(lines, fields),
    buyerEmail: optional('buyerEmail'),
    agentClientId: optional('agentClientId'),
    successUrl: optional('successUrl'),
    cancelUrl: optional('cancelUrl'),
    referralClickId: optional('referralClickId'),
  }
}

/** What a key is bound to. The referral click is compared apart, under a code of its own. */
export function fingerprintOf(start: StartRequest): string {
  return JSON.stringify([
    start.primary.priceId,
    start.bumps.map((bump) => bump.priceId),
    start.buyerEmail ?? null,
    start.agentClientId ?? null,
    start.successUrl ?? null,
    start.cancelUrl ?? null,
  ])
}

function bumpPriceIds(fields: Fields): readonly string[] {
  const given = field(fields, 'orderBumpPriceIds')
  if (isAbsent(given)) return []
  if (!Array.isArray(given)) throw wrongType('orderBumpPriceIds')
  return given.map((priceId: unknown) => {
    if (typeof priceId !== 'string') throw wrongType('orderBumpPriceIds')
    return priceId
  })
}

/** An empty text counts as none. */
function optionalText(fields: Fields, name: string): string | undefined {
  const value = field(fields, name)
  if (isAbsent(value) || value === '') return undefined
  if (typeof value !== 'string') throw wrongType(name)
  return value
}

function wrongType(name: string): Refusal {
  return new Refusal(400, 'invalid_request_field', { field: name })
}
