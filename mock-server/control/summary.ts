import { isFields } from '../http/fields.ts'
import type { Fields } from '../http/fields.ts'

/** What the journal shows of a body: named public facts, short. */
export type Summary = Readonly<Record<string, unknown>>

const masked = '[masked]'
const longestText = 120
const mostMembers = 24

/** Members that tell what happened and belong to nobody. Whatever is not listed is masked or left out. */
const telling = new Set([
  ...['ok', 'status', 'code', 'field', 'message', 'duplicate', 'received', 'eligible'],
  ...['priceId', 'orderBumpPriceIds', 'selectedOrderBumpPriceIds', 'previewOnly', 'confirmationText'],
  ...['checkoutIntentId', 'checkoutIntentStatus', 'checkoutIntentUpdated', 'eventType', 'updatedAt'],
  ...['decisionId', 'decisionKind', 'presentedOfferId', 'expectedCheckoutUpdatedAt', 'checkoutStatus'],
  ...['referralClickId', 'referralLinkId', 'destinationRoute', 'attributionStatus'],
  ...['commissionLedgerId', 'actionId', 'actionKind', 'expectedUpdatedAt'],
  ...['ledgerStatus', 'reviewStatus', 'payoutStatus', 'grossSaleCents', 'commissionCents'],
  ...['totalAmountCents', 'amountCents', 'currency'],
  ...['type', 'mode', 'livemode', 'payment_status', 'amount_total', 'object', 'client_reference_id'],
  ...['checkout_intent_id'],
])
/** Public in an answer, and free text of somebody's in a request. */
const tellingInAnswers = new Set(['reason', 'reasonPublic'])
/** Members whose own members are looked at, too. */
const holders = new Set([
  ...['decision', 'checkout', 'commissionLedger', 'reviewAction', 'referralAttribution'],
  ...['data', 'object', 'metadata', 'error'],
])

/** The public facts of what was asked; members that are kept back are named, without their value. */
export function summaryOfRequest(body: unknown): Summary {
  return collected(body, 'request')
}

/** The public facts of an answer, or of an event. */
export function summaryOfAnswer(body: unknown): Summary {
  return collected(body, 'answer')
}

type Side = 'request' | 'answer'

function collected(body: unknown, side: Side): Summary {
  const facts: Record<string, unknown> = {}
  if (isFields(body)) collect(body, facts, { side, depth: 3, holder: '' })
  return facts
}

interface Place {
  readonly side: Side
  /** How much deeper it goes. */
  readonly depth: number
  /** The name of the member that the body is, with a dot. */
  readonly holder: string
}

function collect(body: Fields, facts: Record<string, unknown>, { side, depth, holder }: Place): void {
  for (const [name, value] of Object.entries(body)) {
    if (Object.keys(facts).length >= mostMembers) return
    if (holders.has(name) && isFields(value)) {
      if (depth > 0) collect(value, facts, { side, depth: depth - 1, holder: `${name}.` })
    } else if (telling.has(name) || (side === 'answer' && tellingInAnswers.has(name))) {
      // A name that is taken by a member further out gets its holder's before it.
      facts[Object.hasOwn(facts, name) ? holder + name : name] = shown(value)
    } else if (side === 'request') {
      facts[scrubbed(name)] ??= masked
    }
  }
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return scrubbed(value)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.slice(0, 10).map((one: unknown) => shown(one))
  return masked
}

/** Ids and keys by their prefix, however short they are. */
const knownId =
  /\b(?:cs_(?:test|live)|(?:sk|rk|pk)_(?:test|live)|acct|ch|cus|evt|in|pi|pm|price|prod|req|seti|src|sub|tok|whsec)_\w{6,}/g
/** Stripe's shape behind any other prefix. The gateway's own ids have hyphens and no letter in upper case. */
const idShape = /(?<![A-Za-z0-9])[a-z]{2,12}_(?=[a-zA-Z]*\d)(?=[a-z\d]*[A-Z])[A-Za-z0-9]{14,}\w*/g
const address = /[^\s@<>"'/?&=]+@[^\s@<>"'/?&=]+\.[^\s@<>"'/?&=]+/g

/** A text without what looks like a Stripe id, a key or a mail address, and no longer than the journal can bear. */
export function scrubbed(text: string): string {
  const clean = text
    .slice(0, 1_000)
    .replace(knownId, masked)
    .replace(idShape, masked)
    .replace(address, masked)
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText)}…`
}

/** A path with its query: the values of the query are masked, but for the intent's id. */
export function scrubbedPath(url: URL): string {
  const query = [...url.searchParams].slice(0, 8).map(([name, value]) => {
    const open = name === 'checkoutIntentId' || name === 'checkout_intent_id'
    return `${scrubbed(decoded(name))}=${open ? scrubbed(decoded(value)) : masked}`
  })
  const path = url.pathname.split('/').map((segment) => scrubbed(decoded(segment)))
  return scrubbed(path.join('/')) + (query.length === 0 ? '' : `?${query.join('&')}`)
}

/** A segment without its percent signs, also where somebody encoded it several times over. */
function decoded(segment: string): string {
  let text = segment
  for (let round = 0; round < 4; round += 1) {
    try {
      text = decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return text
}
