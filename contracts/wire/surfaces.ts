import type { Contract } from '../contract.ts'
import type { RequestSchemaId, ResponseSchemaId } from './schemas.ts'

export interface SurfaceResponse {
  readonly status: number
  /** Left out where the answer has no JSON body. */
  readonly schema?: ResponseSchemaId
}

/** One route and method of the wire protocol. */
export interface Surface {
  readonly id: string
  /** The section of the wire protocol. */
  readonly section: string
  readonly method: 'GET' | 'POST'
  /** The path, as an OpenAPI template: parameters stand in braces. */
  readonly path: (contract: Contract) => string
  readonly summary: string
  readonly query?: readonly string[]
  /** A write that takes its key as a header too. */
  readonly idempotent?: true
  readonly signed?: true
  readonly ownerOnly?: true
  /** Answers in HTML; where a response names a schema, in JSON as well. */
  readonly html?: true
  readonly request?: RequestSchemaId
  readonly responses: readonly SurfaceResponse[]
}

const json = (status: number, ...ids: readonly ResponseSchemaId[]): SurfaceResponse[] =>
  ids.map((schema) => ({ status, schema }))
const refused = (...statuses: readonly number[]) => statuses.flatMap((status) => json(status, 'error'))

/** An unknown intent has its page too, or none: then the answer is HTML, or JSON as every refusal. */
const aboutAnIntent: readonly SurfaceResponse[] = [{ status: 200 }, ...refused(404)]

/** THE list: every route of the protocol. OpenAPI and the generated schemas follow from it. */
export const surfaces: readonly Surface[] = [
  {
    id: 'source-data',
    section: '1',
    method: 'GET',
    path: ({ routes }) => routes.sourceData,
    summary: 'The source data, with live counts',
    responses: json(200, 'source-data'),
  },
  {
    id: 'checkout-contract',
    section: '2',
    method: 'GET',
    path: ({ routes }) => routes.checkout,
    summary: 'The checkout read contract',
    responses: json(200, 'checkout-contract'),
  },
  {
    id: 'checkout-start',
    section: '3',
    method: 'POST',
    path: ({ routes }) => routes.checkout,
    summary: 'Preview or start a checkout',
    idempotent: true,
    request: 'checkout-request',
    responses: [
      ...json(200, 'checkout-preview', 'checkout-started', 'checkout-replayed'),
      ...refused(400, 404, 409, 502),
    ],
  },
  {
    id: 'checkout-redirect',
    section: '4',
    method: 'GET',
    path: ({ routes }) => `${routes.checkout}/redirect/{checkoutIntentId}`,
    summary: 'The way to the hosted payment page',
    responses: [{ status: 303 }, ...refused(404)],
  },
  {
    id: 'webhook',
    section: '5',
    method: 'POST',
    path: ({ routes }) => routes.webhook,
    summary: 'Signed Stripe events',
    signed: true,
    request: 'webhook-event',
    responses: [...json(200, 'webhook-accepted', 'webhook-duplicate'), ...refused(400, 503)],
  },
  {
    id: 'decision-contract',
    section: '6',
    method: 'GET',
    path: ({ routes }) => routes.decisions,
    summary: 'The decision contract, and the public state of an intent',
    query: ['checkoutIntentId'],
    responses: json(200, 'decision-contract'),
  },
  {
    id: 'decision',
    section: '6',
    method: 'POST',
    path: ({ routes }) => routes.decisions,
    summary: 'Record a non-billing decision',
    idempotent: true,
    request: 'decision-request',
    responses: [
      ...json(200, 'decision-recorded', 'decision-replayed'),
      ...refused(400),
      ...json(409, 'decision-conflict', 'error'),
    ],
  },
  {
    id: 'click',
    section: '7',
    method: 'POST',
    path: ({ routes }) => routes.clicks,
    summary: 'Record a referral click',
    idempotent: true,
    request: 'click-request',
    responses: [...json(200, 'click-recorded'), ...refused(400, 409)],
  },
  {
    id: 'ledger-contract',
    section: '8',
    method: 'GET',
    path: ({ routes }) => routes.ledger,
    summary: 'The commission ledger contract',
    responses: json(200, 'ledger-contract'),
  },
  {
    id: 'ledger',
    section: '8',
    method: 'POST',
    path: ({ routes }) => routes.ledger,
    summary: 'Create review-only commission evidence',
    idempotent: true,
    request: 'ledger-request',
    responses: [...json(200, 'ledger-recorded'), ...refused(400, 409)],
  },
  {
    id: 'owner-contract',
    section: '9',
    method: 'GET',
    path: ({ routes }) => routes.ownerActions,
    summary: 'The owner review contract',
    ownerOnly: true,
    responses: [...json(200, 'owner-contract'), ...refused(401)],
  },
  {
    id: 'owner-action',
    section: '9',
    method: 'POST',
    path: ({ routes }) => routes.ownerActions,
    summary: 'Apply an owner review action',
    ownerOnly: true,
    idempotent: true,
    request: 'owner-action-request',
    responses: [...json(200, 'owner-action-recorded'), ...refused(400, 401, 409)],
  },
  {
    id: 'commerce-source-data',
    section: '10',
    method: 'GET',
    path: ({ routes }) => routes.commerceSourceData,
    summary: 'Contracts and aggregates of the checkout',
    responses: json(200, 'commerce-source-data'),
  },
  {
    id: 'agent-docs',
    section: '10',
    method: 'GET',
    path: ({ routes }) => routes.agentDocs,
    summary: 'The manifest of read contracts for agents',
    responses: json(200, 'agent-docs'),
  },
  page('page-preview', ({ routes }) => routes.preview, 'Offer preview and start panel'),
  {
    ...page('page-success', ({ routes }) => routes.success, 'After the payment'),
    query: ['checkout_intent_id'],
    responses: aboutAnIntent,
  },
  page('page-cancel', ({ routes }) => routes.cancel, 'After a cancelled payment'),
  {
    ...page(
      'page-post-purchase',
      ({ routes }) => `${routes.postPurchase}/{checkoutIntentId}`,
      'Follow-up offers',
    ),
    responses: aboutAnIntent,
  },
]

function page(id: string, path: Surface['path'], summary: string): Surface {
  return { id, section: '10', method: 'GET', path, summary, html: true, responses: [{ status: 200 }] }
}
