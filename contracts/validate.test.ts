import { describe, expect, test } from 'vitest'
import { readContract } from './seed-file.ts'
import { createValidator } from './validate.ts'
import { examplesFor } from './wire/examples.fixture.ts'
import type { SchemaId } from './wire/schemas.ts'

const contract = readContract(new URL('../seeds/checkout-offer-source-data.json', import.meta.url))
const { validate } = createValidator(contract)
const examples = examplesFor(contract)

/** A copy of the first example, changed by the caller. */
function changed(
  schema: SchemaId,
  change: (value: Record<string, Record<string, unknown>>) => void,
): unknown {
  const copy = structuredClone(examples[schema].at(-1)) as Record<string, Record<string, unknown>>
  change(copy)
  return copy
}

const kinds = (schema: SchemaId, value: unknown) =>
  validate(schema, value).map(({ kind, pointer }) => [kind, pointer])

describe('three kinds of problems are told apart', () => {
  test('a forbidden name, with the reason that the seed gives', () => {
    const [problem, ...rest] = validate(
      'decision-contract',
      changed('decision-contract', ({ checkout }) => Object.assign(checkout ?? {}, { buyer_email: null })),
    )
    expect(rest).toEqual([])
    expect(problem).toMatchObject({
      kind: 'forbidden',
      pointer: '/checkout/buyer_email',
      property: 'buyer_email',
    })
    expect(problem?.message).toContain('"buyer email"')
  })

  test('a spelling that no schema lists is still forbidden', () => {
    const value = changed('decision-recorded', ({ decision }) =>
      Object.assign(decision ?? {}, { 'Buyer_e-Mail': 1 }),
    )
    expect(kinds('decision-recorded', value)).toEqual([['forbidden', '/decision/Buyer_e-Mail']])
  })

  test('a member that the surface does not list', () => {
    const value = changed('checkout-started', (body) => Object.assign(body, { requestId: 'r', 'x/y': 1 }))
    expect(kinds('checkout-started', value)).toEqual([
      ['unlisted', '/requestId'],
      ['unlisted', '/x~1y'],
    ])
  })

  test('a value that the contract does not allow', () => {
    const value = changed('decision-contract', ({ confirmation }) =>
      Object.assign(confirmation ?? {}, { text: 'Other' }),
    )
    expect(validate('decision-contract', value)).toEqual([
      {
        kind: 'invalid',
        pointer: '/confirmation/text',
        message: `must be ${JSON.stringify(contract.texts.decision)}`,
      },
    ])
  })
})

test('a harmless member in one of several forms is not blamed on the other forms', () => {
  const value = changed('checkout-preview', ({ lineItems }) => {
    for (const item of Object.values(lineItems ?? {})) Object.assign(item ?? {}, { quantity: 1 })
  })
  expect(kinds('checkout-preview', value)).toEqual([
    ['unlisted', '/lineItems/0/quantity'],
    ['unlisted', '/lineItems/1/quantity'],
  ])
})

test('an open answer may say more, but no forbidden name at any depth', () => {
  expect(validate('error', { ok: false, code: 'x', type: 'about:blank', errors: [{ at: 1 }] })).toEqual([])
  expect(kinds('error', { ok: false, code: 'x', errors: [{ debug: { customer_email: 'a' } }] })).toEqual([
    ['forbidden', '/errors/0/debug/customer_email'],
  ])
})

test('an unnamed flag of the ledger must be false; another member is merely unlisted', () => {
  const flag = (value: unknown) =>
    changed('ledger-recorded', ({ commissionLedger }) =>
      Object.assign(commissionLedger ?? {}, { extra: value }),
    )
  expect(kinds('ledger-recorded', flag(false))).toEqual([])
  expect(kinds('ledger-recorded', flag(true))).toEqual([['invalid', '/commissionLedger/extra']])
  expect(kinds('ledger-recorded', flag(12))).toEqual([['unlisted', '/commissionLedger/extra']])
})

test.each([
  ...(['checkout-contract', 'checkout-preview', 'checkout-started', 'checkout-replayed'] as const),
  ...(['webhook-accepted', 'webhook-duplicate'] as const),
  ...(['decision-contract', 'decision-recorded', 'decision-replayed'] as const),
  ...(['ledger-recorded', 'owner-action-recorded'] as const),
])('%s: whatever stands in redaction is false', (schema) => {
  const flag = (value: unknown) =>
    changed(schema, ({ redaction }) => Object.assign(redaction ?? {}, { auditRowsIncluded: value }))
  expect(kinds(schema, flag(false))).toEqual([])
  expect(kinds(schema, flag(true))).toEqual([['invalid', '/redaction/auditRowsIncluded']])
  expect(kinds(schema, flag('no'))).toEqual([['unlisted', '/redaction/auditRowsIncluded']])
})

test('the agent docs may have any shape that lists the route', () => {
  const route = contract.routes.sourceData
  for (const docs of [
    { a: route },
    { a: [{ b: [`https://shop.test/base${route}`] }] },
    { [route]: { href: route } },
  ])
    expect(validate('agent-docs', docs)).toEqual([])
  for (const docs of [{}, { a: `${route}/other` }, { [route]: true }])
    expect(validate('agent-docs', docs)).toEqual([
      { kind: 'invalid', pointer: '', message: 'must list the source-data route' },
    ])
})

test('the redirect is the own route, relative or absolute, and no other', () => {
  const to = (url: string) =>
    changed('checkout-started', ({ redirect }) => Object.assign(redirect ?? {}, { url }))
  const own = `${contract.routes.checkout}/redirect/i-1`
  for (const url of [
    own,
    `/base${own}`,
    `../..${own}`,
    `HTTPS://shop.test${own}`,
    `http://shop.test:8080/base${own}`,
  ])
    expect(kinds('checkout-started', to(url)), url).toEqual([])
  for (const url of [
    ...['https://checkout.stripe.com/c/pay/x', `/x?next=${own}`, `${own}/more`, `${own} `],
    ...[`javascript:alert(1)/${own}`, `javascript:alert(1)${own}`, `data:text/html,${own}`, `HTTPS:${own}`],
    ...[`//elsewhere.test${own}`, `/\\elsewhere.test${own}`, `ftp://shop.test${own}`, `https:///${own}`],
  ])
    expect(kinds('checkout-started', to(url)), url).toEqual([['invalid', '/redirect/url']])
})

test('a huge wrong answer is judged in bounded time', () => {
  const items = Array.from({ length: 50_000 }, () => ({ id: 1 }))
  const huge = changed('checkout-preview', (body) =>
    Object.assign(body, { lineItems: items, buyer_email: 1 }),
  )
  const problems = validate('checkout-preview', huge)
  expect(problems[0]).toMatchObject({ kind: 'forbidden', pointer: '/buyer_email' })
  expect(problems.length).toBeLessThan(2_001)
})

test('one validator a contract', () => {
  expect(createValidator(contract)).toBe(createValidator(contract))
})
