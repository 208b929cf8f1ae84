import type { Contract } from './contract.ts'
import { isObject, mapSchemas, plainJsonSchema, type JsonSchema } from './plain-json-schema.ts'
import { createVisibility, type Visibility } from './visibility.ts'
import { serverPrivateNote } from './wire/parts.ts'
import { agentDocsDefinition } from './wire/reads.ts'
import { isRequestSchemaId, schemas, type SchemaId } from './wire/schemas.ts'

/** The dialect of every schema here. */
export const dialect = 'https://json-schema.org/draft/2020-12/schema'

const forbiddenRef = { $ref: '#/$defs/forbidden' }
const publicValueRef = { $ref: '#/$defs/public-value' }

/**
 * The JSON Schema of one message of the wire. Each property carries `x-visibility`; in an answer every object refuses
 * the forbidden vocabulary by `false` schemas, also inside what the protocol leaves open.
 */
export function jsonSchemaFor(contract: Contract, id: SchemaId): JsonSchema {
  const visibility = createVisibility(contract)
  const plain = plainJsonSchema(schemas[id](contract))
  const head = { $schema: dialect, title: id }
  if (isRequestSchemaId(id)) return { ...head, ...mapSchemas(plain, (each) => markRequest(each, visibility)) }

  const body = mapSchemas(plain, markResponse)
  const listing = id === 'agent-docs' ? { 'lists-source-data': agentDocsDefinition(contract) } : undefined
  return {
    ...head,
    ...body,
    ...(listing === undefined
      ? {}
      : { allOf: [...asArray(body['allOf']), { $ref: '#/$defs/lists-source-data' }] }),
    $defs: { ...definitions(visibility), ...listing },
  }
}

/** The definitions that the answers share: the forbidden names, and any value that uses none of them. */
export function definitions(visibility: Visibility): Record<string, JsonSchema> {
  return {
    forbidden: {
      'x-visibility': 'server-private',
      properties: Object.fromEntries(visibility.forbiddenNames.map((name) => [name, false])),
    },
    'public-value': {
      allOf: [forbiddenRef],
      additionalProperties: publicValueRef,
      items: publicValueRef,
    },
  }
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An object's schema, each of its properties rewritten. */
function mapProperties(schema: JsonSchema, change: (property: JsonSchema, name: string) => JsonSchema) {
  const { properties } = schema
  if (!isObject(properties)) return schema
  const changed = Object.entries(properties).map(([name, property]) => [
    name,
    change(isObject(property) ? property : {}, name),
  ])
  return { ...schema, properties: Object.fromEntries(changed) as Record<string, unknown> }
}

const publicSafe = (property: JsonSchema): JsonSchema => ({ ...property, 'x-visibility': 'public-safe' })
const serverPrivate = (property: JsonSchema): JsonSchema => ({
  ...property,
  'x-visibility': 'server-private',
})

/** Private is what the wire protocol marks and what the seed's phrases name, with all that stands below it. */
function markRequest(schema: JsonSchema, { forbiddenReason }: Visibility): JsonSchema {
  return mapProperties(schema, (property, name) =>
    property['description'] === serverPrivateNote || forbiddenReason(name) !== undefined
      ? serverPrivate(mapSchemas(property, (each) => mapProperties(each, serverPrivate)))
      : publicSafe(property),
  )
}

/** What an answer declares is published by that, whatever the seed's private phrases say: see `createVisibility`. */
function markResponse(schema: JsonSchema): JsonSchema {
  if (isUnconstrained(schema)) return publicValueRef
  if (schema['type'] !== 'object') return schema
  const { additionalProperties } = schema
  return {
    ...mapProperties({ ...schema, properties: schema['properties'] ?? {} }, publicSafe),
    additionalProperties: isOpen(additionalProperties) ? publicValueRef : additionalProperties,
    allOf: [...asArray(schema['allOf']), forbiddenRef],
  }
}

const isUnconstrained = (schema: JsonSchema): boolean => Object.keys(schema).length === 0
const isOpen = (value: unknown): boolean =>
  value === undefined || value === true || (isObject(value) && (isUnconstrained(value) || '$ref' in value))
