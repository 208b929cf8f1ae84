import { describe, expect, test } from 'vitest'
import { resolvePointer } from './json-pointer.ts'
import { jsonSchemaFor } from './json-schema.ts'
import { openApiFor } from './openapi.ts'
import { isObject } from './plain-json-schema.ts'
import { readContract } from './seed-file.ts'
import { isRequestSchemaId, schemaIds } from './wire/schemas.ts'
import { surfaces } from './wire/surfaces.ts'

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    name === '$ref' && typeof member === 'string' ? [member] : references(member),
  )
}

function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects)
  if (!isObject(value)) return []
  return [value, ...Object.values(value).flatMap(objects)]
}

describe.each(['checkout-offer-source-data', 'atelier-lumiere-source-data'])('under %s', (name) => {
  const contract = readContract(new URL(`../seeds/${name}.json`, import.meta.url))
  const document = openApiFor(contract)

  test('every surface is an operation on the route of the seed', () => {
    for (const surface of surfaces) {
      const path = surface.path(contract).replaceAll('~', '~0').replaceAll('/', '~1')
      expect(resolvePointer(document, `/paths/${path}/${surface.method.toLowerCase()}/operationId`)).toBe(
        surface.id,
      )
    }
  })

  test('the headers that carry a key or a signature stay on the server', () => {
    const headers = objects(document).filter((each) => each['in'] === 'header')
    expect(new Set(headers.map(({ name }) => name))).toEqual(new Set(['Idempotency-Key', 'Stripe-Signature']))
    for (const header of headers) expect(header['x-visibility']).toBe('server-private')
  })

  const answers = (id: string): Record<string, { content?: Record<string, unknown> }> => {
    const operation = objects(document).find((each) => each['operationId'] === id)
    return operation?.['responses'] as Record<string, { content?: Record<string, unknown> }>
  }
  const types = (id: string, status: number) => Object.keys(answers(id)[status]?.content ?? {})

  test('a refusal is JSON or problem details, with the same members', () => {
    for (const { id, responses } of surfaces.filter(({ html }) => html !== true))
      for (const { status, schema } of responses)
        if (schema !== undefined)
          expect([id, status, ...types(id, status)]).toEqual(
            status < 400
              ? [id, status, 'application/json']
              : [id, status, 'application/json', 'application/problem+json'],
          )
    const { content } = answers('decision')[409] ?? {}
    expect(content?.['application/problem+json']).toEqual(content?.['application/json'])
  })

  test('a page about an intent may not know it, and say so in HTML or in JSON', () => {
    for (const id of ['page-success', 'page-post-purchase']) {
      expect(types(id, 200)).toEqual(['text/html'])
      expect(types(id, 404)).toEqual(['text/html', 'application/json', 'application/problem+json'])
    }
    for (const id of ['page-preview', 'page-cancel']) expect(Object.keys(answers(id))).toEqual(['200'])
  })

  test('every reference leads somewhere', () => {
    const found = references(document)
    expect(found.length).toBeGreaterThan(surfaces.length)
    for (const reference of found)
      expect(resolvePointer(document, reference.slice(1)), reference).toBeDefined()
  })

  test.each(schemaIds)('%s: each property says how visible it is', (id) => {
    const schema = jsonSchemaFor(contract, id)
    const { $defs, ...body } = schema
    for (const each of objects(body)) {
      if (each['type'] !== 'object' || !isObject(each['properties'])) continue
      for (const property of Object.values(each['properties']))
        expect(isObject(property) && property['x-visibility']).toMatch(/^(public-safe|server-private)$/)
      if (!isRequestSchemaId(id)) expect(each['allOf']).toContainEqual({ $ref: '#/$defs/forbidden' })
    }
    if (isRequestSchemaId(id)) expect($defs).toBeUndefined()
    else expect(resolvePointer($defs, '/forbidden/properties/buyer_email')).toBe(false)
  })
})
