import type { Visibility } from '../../contracts/visibility.ts'
import { markersIn } from '../markers.ts'
import type { Exchange, Json } from '../transcript.ts'
import { jsonIn } from './embedded-json.ts'
import { isObject } from './look.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

/** A member under a name that the contract keeps on the server. */
export interface PrivateName {
  readonly name: string
  readonly reason: string
  readonly pointer: string
}

/**
 * Below such a member names describe what may be asked, or what was wrong in what was asked, and are no properties of
 * a public object: the fields of a validation error, the parameters of a described request.
 */
const describes =
  /^(?:errors?|issues|details|fields|field_?errors|violations|invalid|invalid_?params|properties|parameters|schema|schemas|request|request_?body|request_?fields|inputs?|body|params|arguments|\$defs|example|examples)$/i

/** Every member of an answer's JSON whose name the vocabulary forbids. */
export function privateNamesIn(x: Exchange, visibility: Visibility): PrivateName[] {
  const found: PrivateName[] = []
  const walk = (value: Json, pointer: string, described: boolean) => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries<Json>(value)) {
      const at = `${pointer}/${escapeToken(name)}`
      const reason = isObject(value) ? visibility.forbiddenReason(name) : undefined
      // A described field that holds a secret describes nothing.
      const excused = described && markersIn(JSON.stringify(inner)).length === 0
      if (reason !== undefined && !excused) found.push({ name, reason, pointer: at })
      walk(inner, at, described || (isObject(value) && describes.test(name)))
    }
  }
  for (const { pointer, json } of jsonIn(x)) walk(json, pointer, false)
  return found
}
