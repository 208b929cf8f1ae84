import type { Contract } from './contract.ts'
import { definitions, dialect, jsonSchemaFor } from './json-schema.ts'
import type { JsonSchema } from './plain-json-schema.ts'
import { createVisibility } from './visibility.ts'
import { serverPrivateNote } from './wire/parts.ts'
import { schemaIds } from './wire/schemas.ts'
import { surfaces, type Surface } from './wire/surfaces.ts'

const component = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The OpenAPI 3.1 document of a contract, made from the list of surfaces and from the same schemas. */
export function openApiFor(contract: Contract): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const surface of surfaces) {
    const path = surface.path(contract)
    paths[path] = { ...paths[path], [surface.method.toLowerCase()]: operation(surface, path) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${contract.stack.title}: wire protocol`,
      version: '1',
      description: `Generated from the seed "${contract.seed.id}". Do not edit: change the seed or the schemas and run "npm run generate".`,
    },
    jsonSchemaDialect: dialect,
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components(contract),
      securitySchemes: {
        ownerSession: {
          type: 'http',
          scheme: 'bearer',
          description: 'The session of the owner, in whatever form the implementation gives it.',
        },
      },
    },
  }
}

function operation(surface: Surface, path: string): Record<string, unknown> {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => parameter(name ?? '', 'path', true))
  const inQuery = (surface.query ?? []).map((name) => parameter(name, 'query', false))
  const inHeader = [
    ...(surface.idempotent === true ? [serverPrivate(parameter('Idempotency-Key', 'header', false))] : []),
    ...(surface.signed === true ? [serverPrivate(parameter('Stripe-Signature', 'header', true))] : []),
  ]
  return {
    operationId: surface.id,
    summary: surface.summary,
    description: `Section ${surface.section} of the wire protocol.`,
    parameters: [...inPath, ...inQuery, ...inHeader],
    ...(surface.ownerOnly === true ? { security: [{ ownerSession: [] }] } : {}),
    ...(surface.request === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: component(surface.request) } },
          },
        }),
    responses: responses(surface),
  }
}

const parameter = (name: string, place: 'path' | 'query' | 'header', required: boolean) => ({
  name,
  in: place,
  required,
  schema: { type: 'string', minLength: 1 },
})

/** A parameter that no answer may give back. */
const serverPrivate = <T extends object>(given: T) => ({
  ...given,
  description: serverPrivateNote,
  'x-visibility': 'server-private',
})

function responses(surface: Surface): Record<string, unknown> {
  const statuses = [...new Set(surface.responses.map(({ status }) => status))]
  return Object.fromEntries(
    statuses.map((status) => {
      const ids = surface.responses.flatMap((each) =>
        each.status === status && each.schema !== undefined ? [each.schema] : [],
      )
      return [
        String(status),
        { description: describe(status), ...headers(status), ...content(surface, status, ids) },
      ]
    }),
  )
}

function headers(status: number): Record<string, unknown> {
  if (status !== 303) return {}
  const description = 'The hosted payment page: the only place where a URL of Stripe leaves the system.'
  return { headers: { Location: { description, required: true, schema: { type: 'string' } } } }
}

/** An answer in each of its media types; a refusal may come as problem details (RFC 9457), with the same members. */
function content(surface: Surface, status: number, ids: readonly string[]): Record<string, unknown> {
  const types: Record<string, unknown> = {}
  if (surface.html === true) types['text/html'] = { schema: { type: 'string' } }
  const [only, ...others] = ids
  if (only !== undefined) {
    const schema = others.length === 0 ? component(only) : { anyOf: ids.map(component) }
    types['application/json'] = { schema }
    if (status >= 400) types['application/problem+json'] = { schema }
  }
  return Object.keys(types).length === 0 ? {} : { content: types }
}

function describe(status: number): string {
  if (status === 200) return 'Done, or shown'
  if (status === 303) return 'On to the hosted payment page'
  return status < 500 ? 'Refused' : 'Not possible now'
}

/** Every schema as a component; the definitions that they share stand there once. */
function components(contract: Contract): Record<string, unknown> {
  const own = schemaIds.map((id): [string, unknown] => {
    const { $schema: _dialect, $defs, ...schema } = jsonSchemaFor(contract, id)
    return [id, { $defs, schema }]
  })
  const shared: Record<string, unknown> = { ...definitions(createVisibility(contract)) }
  const plain = own.map(([id, value]): [string, unknown] => {
    const { $defs, schema } = value as { $defs?: Record<string, unknown>; schema: unknown }
    for (const [name, definition] of Object.entries($defs ?? {})) shared[name] = definition
    return [id, schema]
  })
  return relocate({ ...Object.fromEntries(plain), ...shared }) as Record<string, unknown>
}

/** Points references to a schema's own definitions at the shared components. */
function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string'
        ? member.replace('#/$defs/', '#/components/schemas/')
        : relocate(member),
    ]),
  )
}
