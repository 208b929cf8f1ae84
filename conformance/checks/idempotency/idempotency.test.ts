import { expect, test } from 'vitest'
import { startTestGateway } from '../../../mock-server/testing.ts'
import { runInProcess } from '../../testing.ts'

type Fetch = (request: Request) => Promise<Response>

/** Runs the guarantee's checks of the owner profile against a gateway behind something. */
async function judged(behind: (fetch: Fetch) => Fetch) {
  const gateway = startTestGateway()
  const { record } = await runInProcess({
    contract: gateway.contract,
    fetch: behind(gateway.fetch),
    only: 'idempotency',
    webhookSecret: gateway.webhookSecret,
    ownerHeaders: [['authorization', `Bearer ${gateway.ownerToken}`]],
  })
  await gateway.close()
  return record.checks
    .filter(({ status, profile }) => status !== 'pass' && profile !== 'witnessed')
    .map(({ id, status }) => `${id}: ${status}`)
}

async function keyOf(request: Request): Promise<string | undefined> {
  if (request.method !== 'POST') return undefined
  const body: unknown = JSON.parse((await request.clone().text()) || 'null')
  return typeof body === 'object' && body !== null && 'idempotencyKey' in body
    ? String(body.idempotencyKey)
    : undefined
}

const refuse = (status: number, code: string) => Response.json({ ok: false, code }, { status })

test('a target that refuses long keys and keys with blanks is not blamed', async () => {
  const open = await judged((fetch) => async (request) => {
    const key = await keyOf(request)
    return key !== undefined && !/^[\x21-\x7e]{0,100}$/.test(key)
      ? refuse(400, 'key_refused')
      : fetch(request)
  })
  expect(open).toEqual([])
})

test('a target that answers a racing request by a conflict is not blamed', async () => {
  const open = await judged((fetch) => {
    const underWay = new Set<string>()
    return async (request) => {
      const key = await keyOf(request)
      const wish = `${new URL(request.url).pathname} ${key}`
      if (key === undefined) return fetch(request)
      if (underWay.has(wish)) return refuse(409, 'request_in_progress')
      underWay.add(wish)
      try {
        return await fetch(request)
      } finally {
        underWay.delete(wish)
      }
    }
  })
  expect(open).toEqual([])
})

test('a target that takes one decision an offer is not blamed', async () => {
  const open = await judged((fetch) => {
    const decided = new Set<string>()
    return async (request) => {
      const response = await fetch(request)
      const body = (await response.clone().json()) as Record<string, unknown>
      const decision = body['decision'] as Record<string, unknown> | undefined
      if (decision === undefined || body['duplicate'] !== false) return response
      const offer = JSON.stringify([decision['checkoutIntentId'], decision['presentedOfferId']])
      if (decided.has(offer)) return refuse(409, 'offer_already_decided')
      decided.add(offer)
      return response
    }
  })
  expect(open).toEqual([])
})

const servers: { readonly [name: string]: Fetch } = {
  'always {}': async () => Response.json({}),
  'always recorded': async () => Response.json({ ok: true, duplicate: false, received: true }),
  'always a conflict': async () => refuse(409, 'conflict'),
  'always HTML': async () => new Response('<p>Hello</p>', { headers: { 'content-type': 'text/html' } }),
  echo: async (request) => new Response(request.body === null ? '{}' : await request.text()),
}

for (const [name, fetch] of Object.entries(servers)) {
  test(`no check passes or fails a server that is not ours at all: ${name}`, async () => {
    const { contract } = startTestGateway()
    const { record } = await runInProcess({
      contract,
      fetch,
      only: 'idempotency,staleness,non-billing',
      webhookSecret: 'whsec_of_somebody_else',
      ownerHeaders: [['authorization', 'Bearer of-somebody-else']],
    })
    expect(record.counts).toMatchObject({ pass: 0, fail: 0, error: 0 })
  })
}
