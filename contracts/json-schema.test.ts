import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { jsonSchemaFor } from './json-schema.ts'
import { deriveContract } from './derive.ts'
import { isObject, mapSchemas, type JsonSchema } from './plain-json-schema.ts'
import { readContract } from './seed-file.ts'
import { requestSchemas, schemaIds } from './wire/schemas.ts'

const contract = readContract(new URL('../seeds/atelier-lumiere-source-data.json', import.meta.url))

// A generator that does not understand the schemas that it is given writes ones that accept everything, and says nothing.
test.each(schemaIds)('%s refuses what no message looks like', (id) => {
  const check = new Ajv2020({ strict: false }).compile(jsonSchemaFor(contract, id))
  for (const nonsense of [{ anything: 1 }, [], null, 'text', 1, true]) expect(check(nonsense)).toBe(false)
})

describe('private members of the requests', () => {
  const { seed } = contract
  // A seed whose one private phrase names none of them: what WIRE keeps private is private under every seed.
  const silent = deriveContract({
    ...seed,
    postPurchaseDecisions: { ...seed.postPurchaseDecisions, serverPrivateFields: ['studio ledger note'] },
  })

  const privateNames = (schema: JsonSchema): string[] => {
    const found: string[] = []
    mapSchemas(schema, (each) => {
      const properties = Object.entries(isObject(each['properties']) ? each['properties'] : {})
      for (const [name, property] of properties)
        if (isObject(property) && property['x-visibility'] === 'server-private') found.push(name)
      return each
    })
    return found.sort()
  }

  test.each([
    ['checkout-request', ['agentClientId', 'buyerEmail', 'idempotencyKey']],
    ['webhook-event', ['data', 'id', 'object']],
    ['decision-request', ['idempotencyKey']],
    ['click-request', ['anonymousVisitorKey', 'idempotencyKey']],
    ['ledger-request', ['agentClientId', 'idempotencyKey']],
    ['owner-action-request', ['idempotencyKey', 'reason']],
  ] as const)('%s: %j', (id, names) => {
    expect(privateNames(jsonSchemaFor(silent, id))).toEqual(names)
  })

  test('no request is left out', () => {
    expect(Object.keys(requestSchemas)).toHaveLength(6)
  })

  test('a phrase of the seed adds to them', () => {
    const { postPurchaseDecisions } = seed
    const phrased = deriveContract({
      ...seed,
      postPurchaseDecisions: { ...postPurchaseDecisions, serverPrivateFields: ['expected updated at'] },
    })
    expect(privateNames(jsonSchemaFor(phrased, 'owner-action-request'))).toContain('expectedUpdatedAt')
  })
})
