import type { Visibility } from '../../contracts/visibility.ts'
import type { Exchange, Json } from '../transcript.ts'
import { jsonIn } from './embedded-json.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

/** A text under a name that neither seed nor wire lists. */
export interface UnlistedValue {
  readonly name: string
  readonly value: string
  readonly pointer: string
}

/**
 * Names of extras that are right wherever they stand: they tell of the request, the service, the version or the
 * connection, and not of the record.
 */
const harmless =
  /(?:request|trace|span|transaction|invocation|operation)[-_]?(?:id|parent|state)?$|^(?:rid|cf[-_]?ray|nonce|e?tag|digest|hash|checksum|integrity|version|revision|build|commit|release|deploy(?:ment)?|instance|node|host|server|region|pod|worker|shard|links?|_links|self|href|url|uri|docs?|documentation|help|type|title|detail|message|time(?:stamp)?|date|at|ts|duration|elapsed|api[-_]?version|schema|\$schema|locale|language|csrf|xsrf|captcha)|(?:version|hash|digest|checksum|etag|revision|build|commit|url|uri|href|route|path|text|message|title|csrf|xsrf|nonce)(?:[-_]?(?:id|token))?$/i

/** Every text member of an answer whose name is neither declared nor harmless, nor below a harmless one. */
export function unlistedValuesIn(x: Exchange, visibility: Visibility): UnlistedValue[] {
  const found: UnlistedValue[] = []
  const walk = (value: Json, pointer: string, name: string) => {
    if (typeof value === 'string') {
      if (name !== '' && !visibility.isPublicSafe(name)) found.push({ name, value, pointer })
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries<Json>(value)) {
      const at = `${pointer}/${escapeToken(key)}`
      const own = Array.isArray(value) ? name : key
      if (!isHarmlessName(own)) walk(inner, at, own)
    }
  }
  for (const { pointer, json } of jsonIn(x)) walk(json, pointer, '')
  return found
}

export function isHarmlessName(name: string): boolean {
  return harmless.test(name)
}

function withoutPadding(text: string): string {
  let end = text.length
  while (text[end - 1] === '=') end -= 1
  return text.slice(0, end)
}

/** 40 or more characters of base64, base64url, hex or base32 that mix as random bytes do; not words, not a path. */
export function isLongOpaque(value: string): boolean {
  if (value.length < 40 || value.includes('⟦')) return false
  return value.split(/[.:~,;|]/).some((part) => {
    const core = withoutPadding(part)
    return core.length >= 40 && /^[A-Za-z0-9+/_-]+$/.test(core) && readsAsRandom(core)
  })
}

/** 12 or more characters that read as random: digits within, and many different characters. */
export function isOpaque(value: string): boolean {
  if (value.length < 12 || value.length > 4096 || value.includes('⟦')) return false
  const core = withoutPadding(value.replace(/^[A-Za-z]+[-_:](?=.{12})/, ''))
  return /^[A-Za-z0-9+/_.:~-]+$/.test(core) && readsAsRandom(core.replaceAll(/[-_.:~]/g, ''))
}

/** Random text of 12 characters or more changes between digits and letters often; words, slugs and versions do not. */
function readsAsRandom(text: string): boolean {
  const digits = [...text].filter((c) => c >= '0' && c <= '9').length
  const letters = text.length - digits
  const distinct = new Set(text).size
  let changes = 0
  for (let i = 1; i < text.length; i += 1) if (kindOf(text[i]) !== kindOf(text[i - 1])) changes += 1
  return digits > 0 && letters > 0 && distinct >= 7 && changes * 6 >= text.length
}

function kindOf(character = ''): number {
  if (character >= '0' && character <= '9') return 0
  return character >= 'a' && character <= 'z' ? 1 : 2
}
