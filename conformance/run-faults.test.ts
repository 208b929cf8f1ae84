import { expect, test } from 'vitest'
import { runOnGateway } from './gateway.fixture.ts'
import { runOnVariant } from './run-variant.fixture.ts'
import { exitCodeOf } from './judge/verdict.ts'
import { scenarios } from './scenarios/index.ts'
import { bodyOf, editingJson, isObject, pathOf, withHeaders, type Wrap } from './variants/variant.fixture.ts'

const broken = 'eligibility/paid-opens'

test('a fault of the suite in one scenario is an error of its checks, and the others are judged', async () => {
  const faulty = scenarios.map((scenario) =>
    scenario.id === broken
      ? { ...scenario, drive: () => Promise.reject(new RangeError('Invalid time value')) }
      : scenario,
  )
  const { record } = await runOnGateway({
    profile: 'sandbox',
    only: 'ELG-03,ELG-06',
    run: { scenarios: faulty },
  })
  const statuses = Object.fromEntries(record.checks.map(({ id, status }) => [id, status]))
  expect(statuses).toMatchObject({ 'eligibility/paid-opens': 'error', 'eligibility/unknown-intent': 'pass' })
  const [{ reasons } = { reasons: [] }] = record.checks.filter(({ status }) => status === 'error')
  expect(reasons.join()).toContain('RangeError: Invalid time value')
  expect(exitCodeOf(record)).toBe(5)
})

test.each([
  ['times in microseconds', 'STL-01', editingJson((body) => deep(body, 'updatedAt', (value) => value * 1e6))],
  ['ids with half a surrogate pair behind an escaped backslash', 'ELG-01', halfPairs],
] as const)('%s end no run', async (_what, only, wrap) => {
  const { record } = await runOnVariant({ id: 'odd', title: 'odd answers', wrap }, only)
  expect(record.checks.filter(({ status }) => status === 'error')).toEqual([])
  expect(record.verdict).not.toBe('conformant')
})

test.each(['short', 'a-longer-session-of-the-owner'])(
  'the session "%s" is not written down',
  async (session) => {
    const published: string[] = []
    const wrap: Wrap =
      (fetch, { contract, ownerToken }) =>
      async (request) => {
        if (request.headers.get('authorization') !== `Bearer ${session}`) return fetch(request)
        if (request.method === 'GET' && pathOf(request) === contract.routes.ownerActions) {
          // Too short to be told from chance in an answer; the longer one is a leak, and no text to go on with.
          published.push(session === 'short' ? 'A text.' : `The text of ${session}.`)
          return Response.json({ ok: true, confirmation: { text: published.at(-1) } })
        }
        const headers = new Headers(request.headers)
        headers.set('authorization', `Bearer ${ownerToken}`)
        return fetch(new Request(request, { headers }))
      }
    const variant = {
      id: 'echo',
      title: 'an owner read that tells',
      wrap,
      ownerHeader: () => `Bearer ${session}`,
    }
    const { transcript } = await runOnVariant(variant, 'OWN-01')
    expect(published).not.toEqual([])
    expect(JSON.stringify(transcript)).not.toContain(session === 'short' ? `Bearer ${session}` : session)
  },
)

/** Replaces every member of a name, at any depth. */
function deep(value: unknown, name: string, edit: (value: number) => number): void {
  if (Array.isArray(value)) for (const one of value as unknown[]) deep(one, name, edit)
  if (!isObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key === name && typeof inner === 'number') value[key] = edit(inner)
    else deep(inner, name, edit)
  }
}

function halfPairs(fetch: Parameters<Wrap>[0]): ReturnType<Wrap> {
  return async (request) => {
    const response = await fetch(request)
    const text = await response.text()
    const odd = text.replaceAll(
      '"checkoutIntentId":"checkout',
      String.raw`"checkoutIntentId":"\\ud83d\udca5checkout`,
    )
    return new Response(text === '' ? null : odd, response)
  }
}

test('a secret that comes back is a finding, though what the check builds on is broken', async () => {
  const wrap: Wrap =
    (fetch, { contract }) =>
    async (request) => {
      if (pathOf(request) === contract.routes.webhook) return Response.json({ ok: false }, { status: 400 })
      const asked = await bodyOf(request)
      const response = await fetch(request)
      const email = asked?.['buyerEmail']
      return typeof email === 'string' ? withHeaders(response, { 'x-buyer': email }) : response
    }
  const { record } = await runOnVariant(
    { id: 'leak', title: 'no webhook, and a leak', wrap },
    'RED-01,RED-05',
  )
  const statuses = Object.fromEntries(record.checks.map(({ requirement, status }) => [requirement, status]))
  expect(statuses).toEqual({ 'RED-01': 'fail', 'RED-05': 'blocked' })
})
