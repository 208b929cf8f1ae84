import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { renderOperations } from './extract-operations.ts'
import { isMutating, operationOf, operations } from './operations.ts'

describe('the vocabulary', () => {
  it('is that of the installed stripe package', async () => {
    const committed = await readFile(new URL('./operations.generated.ts', import.meta.url), 'utf8')
    expect(committed, 'run npm run generate').toBe(renderOperations())
  })

  it('has hundreds of operations, each under one id and one shape', () => {
    expect(operations.length).toBeGreaterThan(600)
    expect(operations.filter(({ mutating }) => mutating).length).toBeGreaterThan(300)
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  })

  it('finds every operation by an example of its path', () => {
    for (const operation of operations) {
      const path = operation.path.replace(/\{\w+\}/g, 'x_123')
      expect(operationOf(operation.method, path)?.id).toBe(operation.id)
    }
  })
})

describe('operationOf', () => {
  it.each([
    ['POST', '/v1/payment_intents', 'payment_intents.create', true],
    ['POST', '/v1/payment_intents/pi_1/confirm', 'payment_intents.confirm', true],
    ['DELETE', '/v1/customers/cus_1', 'customers.del', true],
    ['POST', '/v1/checkout/sessions/cs_1/expire', 'checkout.sessions.expire', true],
    ['GET', '/v1/checkout/sessions/cs_1', 'checkout.sessions.retrieve', false],
    ['HEAD', '/v1/balance', 'balance.retrieve', false],
    ['GET', '/v1/payment_intents/search', 'payment_intents.search', false],
    ['POST', '/v1/invoices/create_preview', 'invoices.create_preview', false],
    ['POST', '/v2/billing/meter_events', 'v2.billing.meter_events.create', true],
  ])('%s %s is %s', (method, path, id, mutating) => {
    const operation = operationOf(method, path)
    expect(operation?.id).toBe(id)
    expect(isMutating(operation)).toBe(mutating)
  })

  it.each([
    ['PUT', '/v1/payment_intents'],
    ['POST', '/v1/payment_intents/'],
    ['POST', '/v1/nothing_of_the_kind'],
    ['GET', '/'],
  ])('does not know %s %s, which counts as mutating', (method, path) => {
    expect(operationOf(method, path)).toBeUndefined()
    expect(isMutating(operationOf(method, path))).toBe(true)
  })
})
