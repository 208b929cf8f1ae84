import type { Json, JsonObject } from '../transcript.ts'
import type { Driver, Sending, Sent } from './driver.ts'

/** Members of a request body; `undefined` takes a default member away. */
export type Members = { readonly [member: string]: Json | undefined }

export interface Tags {
  readonly step: string
  readonly variant?: string
  readonly about?: JsonObject
}

function body(defaults: Members, overrides: Members): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...defaults, ...overrides }).filter(
      (entry): entry is [string, Json] => entry[1] !== undefined,
    ),
  )
}

function post(operation: Sending['operation'], path: string, json: JsonObject, tags: Tags): Sending {
  return { operation, path, method: 'POST', json, ...tags }
}

/** A start with every secret that the request can carry. Without overrides it is confirmed and starts an intent. */
export function startRequest(driver: Driver, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  return post(
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

/** An intent whose state was read. */
export interface OpenIntent {
  readonly intentId: string
  readonly updatedAt: number
}

/** A decision on an intent in the state read last. Without overrides it is complete, of the first seeded kind. */
export function decisionRequest(driver: Driver, intent: OpenIntent, members: Members, tags: Tags): Sending {
  const { canaries, contract } = driver
  return post(
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
  return { ...post('owner.act', contract.routes.ownerActions, json, tags), headers }
}

export async function readRedirect(driver: Driver, intentId: string, tags: Tags): Promise<Sent> {
  const path = `${driver.contract.routes.checkout}/redirect/${encodeURIComponent(intentId)}`
  return driver.send({ operation: 'checkout.redirect', path, ...tags })
}
