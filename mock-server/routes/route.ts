import { readBytes, readFields } from '../http/body.ts'
import { Refusal } from '../http/answer.ts'
import type { Fields } from '../http/fields.ts'
import type { Operation } from '../defects/behaviour.ts'
import { keyId } from '../domain/idempotency.ts'
import type { World } from '../world.ts'

/** One request on its way through a route. */
export interface Call {
  readonly world: World
  readonly request: Request
  readonly url: URL
  /** The id in the path, decoded; empty where the route has none. */
  readonly id: string
}

export type Handler = (call: Call) => Promise<Response>
export type Method = 'GET' | 'POST'

export type RouteName =
  | 'source-data'
  | 'commerce-source-data'
  | 'agent-docs'
  | 'checkout'
  | 'redirect'
  | 'webhook'
  | 'decisions'
  | 'clicks'
  | 'ledger'
  | 'owner-actions'
  | 'preview-page'
  | 'success-page'
  | 'cancel-page'
  | 'post-purchase-page'

export interface Route {
  readonly name: RouteName
  readonly path: string
  /** Whether one more segment, an id, follows `path`. */
  readonly takesId: boolean
  readonly methods: Readonly<Partial<Record<Method, Handler>>>
}

export async function bytesOf({ world, request }: Call): Promise<Uint8Array> {
  return readBytes(request, world.behaviour.bodyLimit())
}

export async function fieldsOf(call: Call): Promise<Fields> {
  return readFields(await bytesOf(call), (text) => call.world.behaviour.parseJson(text))
}

/** A key as the store knows it: `id` is unique to scope and key. */
export interface Key {
  readonly id: string
  readonly given: string
}

/**
 * The idempotency key of a write. Undefined when there is none and none is needed; a missing one is refused under
 * `code`.
 */
export function keyFor(call: Call, operation: Operation, fields: Fields, code: string): Key | undefined {
  const { behaviour } = call.world
  const given = behaviour.keyOf(fields, call.request.headers)
  if (given === null) throw new Refusal(400, 'idempotency_key_invalid')
  if (given === undefined) {
    if (behaviour.requiresKey(operation)) throw new Refusal(400, code)
    return undefined
  }
  return { id: keyId(behaviour.keyScope(operation, fields), behaviour.keyName(given)), given }
}
