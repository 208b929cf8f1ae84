import { zodToJsonSchema } from 'zod-to-json-schema'
import type { Schema } from './wire/parts.ts'

/** A JSON Schema object, read as data. */
export type JsonSchema = { readonly [keyword: string]: unknown }

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The JSON Schema (2020-12) of a zod schema, undecorated. The strict strategy is what keeps the two in agreement;
 * tuples are written in the words of 2020-12.
 */
export function plainJsonSchema(schema: Schema): JsonSchema {
  const { $schema: _dialect, ...converted } = zodToJsonSchema(schema, {
    $refStrategy: 'none',
    removeAdditionalStrategy: 'strict',
    target: 'jsonSchema7',
  }) as Record<string, unknown>
  return mapSchemas(converted, tupleOf2020)
}

function tupleOf2020(schema: JsonSchema): JsonSchema {
  if (!Array.isArray(schema['items'])) return schema
  const { items, additionalItems: _additional, maxItems: _max, ...rest } = schema
  return { ...rest, ...(items.length > 0 ? { prefixItems: items } : {}), items: false }
}

/**
 * Rewrites a schema from its leaves up: `change` sees each subschema after those below it. What stands under `not` stays
 * as it is, for there a stricter schema would accept more.
 */
export function mapSchemas(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const map = (value: unknown): unknown => (isObject(value) ? mapSchemas(value, change) : value)
  const members = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === 'properties' && isObject(value))
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, member]) => [name, map(member)]))]
    if (['items', 'additionalProperties', 'prefixItems', 'anyOf', 'allOf', 'oneOf'].includes(keyword))
      return [keyword, Array.isArray(value) ? value.map(map) : map(value)]
    return [keyword, value]
  })
  return change(Object.fromEntries(members))
}

/** The names of all properties that a schema declares, at any depth. */
export function declaredNames(schema: JsonSchema): Set<string> {
  const names = new Set<string>()
  mapSchemas(schema, (each) => {
    if (isObject(each['properties'])) for (const name of Object.keys(each['properties'])) names.add(name)
    return each
  })
  return names
}
