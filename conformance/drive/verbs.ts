import type { Offer } from '../../contracts/contract.ts'
import { member } from '../judge/look.ts'
import type { Json, JsonObject } from '../transcript.ts'
import { Aborted, type Driver, type Sending, type Sent } from './driver.ts'
import { buildEvent, deliver, type EventSpec } from './events.ts'

/** Members of a request body; `undefined` takes a default member away. */
export type Members = { readonly [member: string]: Json | undefined }

export interface Tags {
  readonly step: string
  readonly variant?: string
  readonly about?: JsonObject
}

/** The amount of a start with these bumps, in cents. */
export function totalOf(driver: Pick<Driver, 'contract'>, bumps: readonly Offer[] = []): number {
  return [driver.contract.primaryOffer, ...bumps].reduce(
    (sum, { unitAmountCents }) => sum + unitAmountCents,
    0,
  )
}

function body(defaults: Members, overrides: Members): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...defaults, ...overrides }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    ),
  )
}

function post(
  driver: Driver,
  operation: Sending['operation'],
  path: string,
  json: JsonObject,
  tags: Tags,
): Sending {
  return { operation, path, method: 'POST', json, ...tags }
}

/** A start with every secret that the request can carry. Without overrides it is confirmed and starts an intent. */
export function startRequest(driver: Driver, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  return post(
    driver,
    'checkout.start',
    contract.routes.checkout,
    body(
      {
        buyerEmail: canaries.mint('buyer-email'),
        agentClientId: canaries.mint('agent-client-id'),
        idempotencyKey: canaries.mint('idempotency-key'),
        confirmationText: contract.texts.checkout,
      },
      members,
    ),
    tags,
  )
}

export async function start(driver: Driver, members: Members, tags: Tags): Promise<Sent> {
  return driver.send(startRequest(driver, members, tags))
}

/** Reads the post-purchase contract, for an intent or for none. */
export async function readDecision(driver: Driver, intentId: string | null, tags: Tags): Promise<Sent> {
  const query = intentId === null ? '' : `?checkoutIntentId=${encodeURIComponent(intentId)}`
  return driver.send({
    operation: 'decision.read',
    path: `${driver.contract.routes.decisions}${query}`,
    ...tags,
  })
}

/** A decision on an intent in the state read last. Without overrides it is complete, of the first seeded kind. */
export function decisionRequest(driver: Driver, intent: OpenIntent, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  return post(
    driver,
    'decision.record',
    contract.routes.decisions,
    body(
      {
        checkoutIntentId: intent.intentId,
        decisionKind: contract.decisions[0]?.decisionKind,
        confirmationText: contract.texts.decision,
        idempotencyKey: canaries.mint('idempotency-key'),
        expectedCheckoutUpdatedAt: intent.updatedAt,
      },
      members,
    ),
    tags,
  )
}

export async function decide(
  driver: Driver,
  intent: OpenIntent,
  members: Members,
  tags: Tags,
): Promise<Sent> {
  return driver.send(decisionRequest(driver, intent, members, tags))
}

/** A click with every secret that the request can carry, on the eligible link unless told otherwise. */
export function clickRequest(driver: Driver, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  const { referralLinkId, destinationRoute } = contract.referralLinks.eligible
  return {
    ...post(
      driver,
      'click.record',
      contract.routes.clicks,
      body(
        {
          referralLinkId,
          destinationRoute,
          idempotencyKey: canaries.mint('idempotency-key'),
          anonymousVisitorKey: canaries.mint('visitor-key'),
        },
        members,
      ),
      tags,
    ),
    headers: [
      ['user-agent', canaries.mint('user-agent')],
      ['referer', canaries.mint('referrer')],
      ['x-forwarded-for', canaries.mint('client-address')],
    ],
  }
}

export async function click(driver: Driver, members: Members, tags: Tags): Promise<Sent> {
  return driver.send(clickRequest(driver, members, tags))
}

export function ledgerRequest(driver: Driver, intentId: string, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  return post(
    driver,
    'ledger.record',
    contract.routes.ledger,
    body(
      {
        checkoutIntentId: intentId,
        confirmationText: contract.texts.ledger,
        idempotencyKey: canaries.mint('idempotency-key'),
        agentClientId: canaries.mint('agent-client-id'),
      },
      members,
    ),
    tags,
  )
}

export async function recordLedger(
  driver: Driver,
  intentId: string,
  members: Members,
  tags: Tags,
): Promise<Sent> {
  return driver.send(ledgerRequest(driver, intentId, members, tags))
}

/** An owner action with the configured session; `headers` replaces the session. */
export function ownerRequest(
  driver: Driver,
  members: Members,
  tags: Tags,
  headers: Sending['headers'] = driver.ownerHeaders ?? [],
): Sending {
  const { canaries, contract } = driver
  const json = body(
    {
      actionKind: 'mark_reviewed',
      confirmationText: contract.texts.owner,
      idempotencyKey: canaries.mint('idempotency-key'),
      reason: canaries.mint('owner-reason'),
    },
    members,
  )
  return { ...post(driver, 'owner.act', contract.routes.ownerActions, json, tags), headers }
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

/** An intent whose state was read. */
export interface OpenIntent {
  readonly intentId: string
  readonly updatedAt: number
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
async function sessionOf(driver: Driver, intentId: string): Promise<string | undefined> {
  const { response } = await readRedirect(driver, intentId, { step: 'given-redirect' })
  const location = response?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  const id = location?.match(/cs_(?:test|live)_([A-Za-z0-9]+)/)
  if (id?.[1] === undefined) return undefined
  driver.canaries.learn('stripe-session', id[0], [id[1]])
  return id[0]
}

export async function readRedirect(driver: Driver, intentId: string, tags: Tags): Promise<Sent> {
  const path = `${driver.contract.routes.checkout}/redirect/${encodeURIComponent(intentId)}`
  return driver.send({ operation: 'checkout.redirect', path, ...tags })
}

/** Sends a signed event for an intent, as Stripe would. */
export async function sendEvent(
  driver: Driver,
  intent: Started,
  spec: Partial<EventSpec> & Pick<EventSpec, 'type'>,
  tags: Tags,
): Promise<Sent> {
  const { intentId, amountCents, currency, sessionId } = intent
  const event = buildEvent(driver, {
    intentId,
    amountCents,
    currency,
    ...(sessionId === undefined ? {} : { sessionId }),
    ...spec,
  })
  return deliver(driver, event, { ...tags, about: { checkoutIntentId: intentId, ...tags.about } })
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

/** A recorded decision, or aborts the scenario. */
export async function givenDecided(driver: Driver, intent: OpenIntent, members: Members = {}): Promise<Sent> {
  const sent = await decide(driver, intent, members, { step: 'given-decided' })
  if (typeof member(sent.json, 'decision', 'decisionId') !== 'string') {
    throw new Aborted('a complete decision on an eligible intent was not recorded', 'decide', sent.exchange.n)
  }
  return sent
}

/** Ledger evidence for an attributed, paid intent, or aborts the scenario. */
export async function givenLedgerEntry(driver: Driver, bumps: readonly Offer[] = []) {
  const referralClickId = await givenClick(driver)
  const intent = await givenPaid(driver, { referralClickId }, bumps)
  const sent = await recordLedger(driver, intent.intentId, {}, { step: 'given-ledger' })
  const ledgerId = member(sent.json, 'commissionLedger', 'commissionLedgerId')
  const updatedAt = member(sent.json, 'commissionLedger', 'updatedAt')
  if (typeof ledgerId !== 'string' || typeof updatedAt !== 'number') {
    throw new Aborted('evidence for an attributed, paid intent was not recorded', 'ledger', sent.exchange.n)
  }
  return { intent, referralClickId, ledgerId, updatedAt, sent }
}
