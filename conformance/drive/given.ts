import type { Offer } from '../../contracts/contract.ts'
import { member } from '../judge/look.ts'
import { Aborted, type Driver, type Sent } from './driver.ts'
import { buildEvent, deliver, type BuiltEvent, type EventSpec } from './events.ts'
import {
  click,
  ledgerRequest,
  readDecision,
  readRedirect,
  start,
  type Members,
  type OpenIntent,
  type Tags,
} from './verbs.ts'
import { takesReferrals } from '../judge/referrals.ts'

/** The amount of a start with these bumps, in cents. */
function totalOf({ contract }: Pick<Driver, 'contract'>, bumps: readonly Offer[]): number {
  return [contract.primaryOffer, ...bumps].reduce((sum, { unitAmountCents }) => sum + unitAmountCents, 0)
}

/** An intent that the run started. */
export interface Started {
  readonly intentId: string
  readonly amountCents: number
  readonly currency: string
  /** The session id that Stripe gave, where the redirect showed it. */
  readonly sessionId?: string
  readonly key: string
  readonly sent: Sent
}

/** Starts an intent, or aborts the scenario. Learns the session id from the redirect, so that it can be hunted. */
export async function givenStarted(
  driver: Driver,
  members: Members = {},
  tags: Tags = { step: 'given-started' },
  bumps: readonly Offer[] = [],
): Promise<Started> {
  const key = driver.canaries.mint('idempotency-key')
  const bumpIds = bumps.length === 0 ? {} : { orderBumpPriceIds: bumps.map(({ priceId }) => priceId) }
  const sent = await start(driver, { idempotencyKey: key, ...bumpIds, ...members }, tags)
  const intentId = member(sent.json, 'checkoutIntentId')
  if (
    sent.response === null ||
    sent.response.status >= 300 ||
    typeof intentId !== 'string' ||
    intentId === ''
  ) {
    throw new Aborted('a confirmed start gave no checkout intent', 'start', sent.exchange.n)
  }
  const sessionId = await sessionOf(driver, intentId)
  return {
    intentId,
    amountCents: totalOf(driver, bumps),
    currency: driver.contract.primaryOffer.currency,
    ...(sessionId === undefined ? {} : { sessionId }),
    key,
    sent,
  }
}

/** The Stripe session behind an intent, as the redirect route shows it: the one place where it may. */
export async function sessionOf(
  driver: Driver,
  intentId: string,
  tags: Tags = { step: 'given-redirect' },
): Promise<string | undefined> {
  const { response } = await readRedirect(driver, intentId, tags)
  const location = response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const id = location?.match(/cs_(?:test|live)_([A-Za-z0-9]+)/)
  if (id?.[1] === undefined) return undefined
  driver.canaries.learn('stripe-session', id[0], [id[1]])
  return id[0]
}

/** What an event needs to know of an intent. */
export type Paying = Pick<Started, 'intentId' | 'amountCents' | 'currency' | 'sessionId'>
type EventChange = Partial<EventSpec> & Pick<EventSpec, 'type'>

/** An event for an intent as Stripe would send it, under the id of the session that the intent has; `spec` changes it. */
export function eventFor(driver: Driver, intent: Paying, spec: EventChange): BuiltEvent {
  const { intentId, amountCents, currency, sessionId } = intent
  return buildEvent(driver, {
    intentId,
    amountCents,
    currency,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...spec,
  })
}

/** Sends a signed event for an intent. */
export async function sendEvent(
  driver: Driver,
  intent: Paying,
  spec: EventChange,
  tags: Tags,
): Promise<Sent> {
  const event = eventFor(driver, intent, spec)
  return deliver(driver, event, { ...tags, about: { checkoutIntentId: intent.intentId, ...tags.about } })
}

/** The public state of an intent as the post-purchase read gives it. */
export async function readState(
  driver: Driver,
  intentId: string,
  tags: Tags,
): Promise<OpenIntent & { sent: Sent }> {
  const sent = await readDecision(driver, intentId, tags)
  const updatedAt = member(sent.json, 'checkout', 'updatedAt')
  if (typeof updatedAt !== 'number') {
    throw new Aborted(`the state of intent ${intentId} could not be read`, 'decision-read', sent.exchange.n)
  }
  return { intentId, updatedAt, sent }
}

/** The `payment_status` with which a completed checkout opens under this seed. */
export function openingPayment({ contract }: Pick<Driver, 'contract'>): string {
  const { eligibleStatuses } = contract
  return eligibleStatuses.includes('paid') || !eligibleStatuses.includes('completed') ? 'paid' : 'unpaid'
}

/** An intent that a signed, paid event has made eligible, or aborts the scenario. */
export async function givenPaid(
  driver: Driver,
  members: Members = {},
  bumps: readonly Offer[] = [],
): Promise<Started & OpenIntent> {
  const started = await givenStarted(driver, members, { step: 'given-started' }, bumps)
  await sendEvent(
    driver,
    started,
    { type: 'checkout.session.completed', paymentStatus: openingPayment(driver) },
    { step: 'given-paid' },
  )
  const state = await readState(driver, started.intentId, { step: 'given-eligible' })
  if (member(state.sent.json, 'checkout', 'eligible') !== true) {
    throw new Aborted('a signed, paid event did not make the intent eligible', 'pay', state.sent.exchange.n)
  }
  return { ...started, updatedAt: state.updatedAt }
}

/** A recorded click on the eligible link, or aborts the scenario. Gives its id. */
export async function givenClick(driver: Driver): Promise<string> {
  const sent = await click(driver, {}, { step: 'given-click' })
  const id = member(sent.json, 'referralClickId')
  if (sent.response === null || sent.response.status >= 300 || typeof id !== 'string') {
    throw new Aborted('a click on the eligible link was not recorded', 'click', sent.exchange.n)
  }
  return id
}

/** The member that attributes a start to a click; none where the target takes no click: then it goes without. */
export async function clickIfTaken(driver: Driver): Promise<{ readonly referralClickId?: string }> {
  if (!takesReferrals(driver.contract)) return {}
  const sent = await click(driver, {}, { step: 'given-click' })
  const referralClickId = member(sent.json, 'referralClickId')
  const recorded = sent.response !== null && sent.response.status < 300
  return recorded && typeof referralClickId === 'string' ? { referralClickId } : {}
}

/** Ledger evidence for an attributed, paid intent, or aborts the scenario. */
export async function givenLedgerEntry(driver: Driver, bumps: readonly Offer[] = []) {
  const referralClickId = await givenClick(driver)
  const intent = await givenPaid(driver, { referralClickId }, bumps)
  const request = ledgerRequest(driver, intent.intentId, {}, { step: 'given-ledger' })
  const sent = await driver.send(request)
  const ledgerId = member(sent.json, 'commissionLedger', 'commissionLedgerId')
  const updatedAt = member(sent.json, 'commissionLedger', 'updatedAt')
  if (typeof ledgerId !== 'string' || typeof updatedAt !== 'number') {
    throw new Aborted('evidence for an attributed, paid intent was not recorded', 'ledger', sent.exchange.n)
  }
  return { intent, referralClickId, ledgerId, updatedAt, request, sent }
}
