import {
  bodyOf,
  pathOf,
  refusal,
  type Fetch,
  type Setting,
  type Json,
  type JsonObject,
  type Variant,
  type Wrap,
} from './variant.fixture.ts'

type Body = { readonly [member: string]: Json }

/** Refuses what WIRE lets an implementation refuse; null where there is nothing to refuse. */
function refusing(refuse: (body: Body, path: string, setting: Setting) => string | null): Wrap {
  return (fetch: Fetch, setting: Setting): Fetch =>
    async (request) => {
      const body = request.method === 'POST' ? await bodyOf(request) : undefined
      const path = pathOf(request)
      const owner = path === setting.contract.routes.ownerActions
      const code =
        body === undefined || owner || path === setting.contract.routes.webhook
          ? null
          : refuse(body, path, setting)
      return code === null ? fetch(request) : refusal(400, code)
    }
}

const texts = [
  'priceId',
  'buyerEmail',
  'confirmationText',
  'idempotencyKey',
  'agentClientId',
  'referralClickId',
]
const members: readonly string[] = [
  ...texts,
  ...['orderBumpPriceIds', 'successUrl', 'cancelUrl', 'previewOnly', 'checkoutIntentId', 'decisionKind'],
  ...['expectedCheckoutUpdatedAt', 'referralLinkId', 'code', 'destinationRoute', 'anonymousVisitorKey'],
]

/** Stricter than need be. */
export const stricter: readonly Variant[] = [
  {
    id: 'wrong-types-refused',
    title: 'a start with a member of a wrong type is refused, the confirmation text among them',
    wrap: refusing((body, path, { contract }) =>
      path === contract.routes.checkout &&
      texts.some((name) => body[name] !== undefined && typeof body[name] !== 'string')
        ? 'invalid_request'
        : null,
    ),
  },
  {
    id: 'unknown-members-refused',
    title: 'a write with a member that nobody knows is refused',
    wrap: refusing((body) =>
      Object.keys(body).some((name) => !members.includes(name)) ? 'unknown_member' : null,
    ),
  },
  {
    id: 'half-characters-refused',
    title:
      'the texts of the seed end beyond the basic plane, and half a surrogate pair is refused as no text',
    reseeded: (seed) => {
      const [stack] = seed['stacks'] as unknown as { confirmation: { checkoutText: string } }[]
      const decisions = seed['postPurchaseDecisions'] as unknown as { confirmationText: string }
      if (stack === undefined) throw new TypeError('the seed has no stack')
      stack.confirmation.checkoutText += ' 🗼'
      decisions.confirmationText += ' 🧾'
    },
    wrap: refusing((body) =>
      texts.some((name) => typeof body[name] === 'string' && /\p{Surrogate}/u.test(body[name]))
        ? 'malformed_json'
        : null,
    ),
  },
  {
    id: 'foreign-return-urls-refused',
    title: 'a return address of another origin is refused',
    wrap: refusing((body) =>
      [body['successUrl'], body['cancelUrl']].some(
        (url) => typeof url === 'string' && !/^\/(?![/\\])/.test(url),
      )
        ? 'return_url_not_allowed'
        : null,
    ),
  },
  {
    id: 'json-only',
    title: 'a write of another content type is refused with 415 and no body',
    wrap:
      (fetch, { contract }) =>
      async (request) => {
        const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
        const open = [contract.routes.webhook, contract.routes.ownerActions].includes(pathOf(request))
        return request.method !== 'POST' || open || type === 'application/json'
          ? fetch(request)
          : new Response(null, { status: 415 })
      },
  },
  {
    id: 'get-and-post-only',
    title: 'HEAD, OPTIONS and every other method are answered 405 in HTML',
    wrap: (fetch) => async (request) =>
      request.method === 'GET' || request.method === 'POST'
        ? fetch(request)
        : new Response(
            request.method === 'HEAD' ? null : '<!doctype html><title>405</title><h1>Not allowed</h1>',
            {
              status: 405,
              headers: { 'content-type': 'text/html', allow: 'GET, POST' },
            },
          ),
  },
  {
    id: 'basic-owner',
    title: 'the owner signs in by Basic, read as leniently as base64 mostly is',
    ownerHeader: (token) => `Basic ${Buffer.from(`owner:${token}`).toString('base64')}`,
    wrap: (fetch) => async (request) => {
      const given = /^Basic (.*)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
      const [, token = ''] = /^owner:(.*)$/.exec(Buffer.from(given, 'base64').toString()) ?? []
      const bytes = await request.arrayBuffer()
      const headers = new Headers(request.headers)
      headers.set('authorization', `Bearer ${token}`)
      const body = bytes.byteLength === 0 ? {} : { body: bytes }
      return fetch(new Request(request.url, { method: request.method, headers, redirect: 'manual', ...body }))
    },
  },
  {
    id: 'long-texts',
    title:
      'the seed has a long confirmation text, and an address that would carry it is refused by the server',
    reseeded: (seed) => {
      const [stack] = seed['stacks'] as unknown as { confirmation: { checkoutText: string } }[]
      if (stack === undefined) throw new TypeError('the seed has no stack')
      stack.confirmation.checkoutText += ` ${'I have read all of the terms. '.repeat(60)}`.trimEnd()
    },
    wrap: (fetch) => async (request) =>
      request.url.length > 4000 ? new Response('URI Too Long', { status: 414 }) : fetch(request),
  },
  {
    id: 'words-that-look-inside',
    title: 'the seed speaks of an address of Stripe, a path and a query, and all of it is published',
    reseeded: (seed) => {
      const [stack] = seed['stacks'] as JsonObject[]
      if (stack === undefined) throw new TypeError('the seed has no stack')
      stack['summary'] =
        'Help: https://checkout.stripe.com/help and help@shop.example; /usr/lib/node_modules/x.js; SELECT * FROM x'
    },
  },
  {
    id: 'no-referrals',
    title: 'the seed supports no referrals, and there is no route for clicks and evidence',
    reseeded: (seed) => {
      Object.assign(seed['sandboxCheckout'] ?? {}, { supportsReferralAttributionEvidence: false })
    },
    wrap:
      (fetch, { contract }) =>
      async (request) =>
        [contract.routes.clicks, contract.routes.ledger].includes(pathOf(request))
          ? new Response('<!doctype html><h1>Not found</h1>', {
              status: 404,
              headers: { 'content-type': 'text/html' },
            })
          : fetch(request),
  },
]
