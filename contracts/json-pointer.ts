/** One reference token, escaped as RFC 6901 section 3 says: `~` becomes `~0`, `/` becomes `~1`. */
export function escapeToken(token: string | number): string {
  return String(token).replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The pointer made of unescaped tokens; no tokens give `''`, the whole document. */
export function toPointer(tokens: readonly (string | number)[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join('')
}

/** The unescaped tokens of a pointer. Throws `SyntaxError` where RFC 6901 gives the text no meaning. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new SyntaxError(`the JSON Pointer "${pointer}" must start with "/"`)
  if (/~(?![01])/.test(pointer))
    throw new SyntaxError(`the JSON Pointer "${pointer}" has a "~" that is neither "~0" nor "~1"`)
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The value that a pointer names, or undefined where the document has none. Looks at own members only. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document
  for (const token of parsePointer(pointer)) {
    if (typeof value !== 'object' || value === null) return undefined
    if (Array.isArray(value) && !/^(?:0|[1-9][0-9]*)$/.test(token)) return undefined
    if (!Object.hasOwn(value, token)) return undefined
    value = (value as Record<string, unknown>)[token]
  }
  return value
}

/** A value with the place where it stands. */
export interface Located {
  readonly pointer: string
  readonly value: unknown
}

/**
 * Every value that a pattern reaches, in document order. A pattern is a pointer in which `*` stands for any member;
 * what is absent or of another type is passed over.
 */
export function locate(document: unknown, pattern: string): Located[] {
  let found: Located[] = [{ pointer: '', value: document }]
  for (const token of parsePointer(pattern)) found = found.flatMap((at) => step(at, token))
  return found
}

function step({ pointer, value }: Located, token: string): Located[] {
  if (typeof value !== 'object' || value === null) return []
  const members: [string, unknown][] = Object.entries(value)
  return members
    .filter(([name]) => token === '*' || name === token)
    .map(([name, member]) => ({ pointer: `${pointer}/${escapeToken(name)}`, value: member }))
}
