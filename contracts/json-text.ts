import { toPointer } from './json-pointer.ts'

/** What a scan of JSON text found: where it stops being JSON, and the members that stand twice in one object. */
interface JsonScan {
  /** Offset of the first character that no JSON text has there; undefined for well-formed text. */
  readonly stoppedAt: number | undefined
  readonly duplicates: readonly { readonly pointer: string; readonly name: string }[]
}

interface Frame {
  readonly names: Set<string> | undefined
  /** The member's name, or the element's index, that the next value has. */
  token: string | number
}

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const tokens =
  /[ \t\n\r]+|[{}[\]:,]|"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy

/** Scans JSON text without building it. `JSON.parse` hides repeated members and does not always say where it stopped. */
export function scanJson(text: string): JsonScan {
  const duplicates: { pointer: string; name: string }[] = []
  const stack: Frame[] = []
  let expected = 'value' as Expected
  let offset = 0
  const afterValue = (): Expected => (stack.length === 0 ? 'nothing' : 'comma-or-end')

  const accepts = (token: string): boolean => {
    const frame = stack.at(-1)
    const inObject = frame?.names !== undefined
    if (token === ',' && expected === 'comma-or-end' && frame !== undefined) {
      if (typeof frame.token === 'number') frame.token += 1
      expected = inObject ? 'name' : 'value'
    } else if (token === ':' && expected === 'colon') expected = 'value'
    else if (token === '}' && inObject && (expected === 'comma-or-end' || expected === 'name-or-end')) {
      stack.pop()
      expected = afterValue()
    } else if (
      token === ']' &&
      frame !== undefined &&
      !inObject &&
      (expected === 'comma-or-end' || expected === 'value-or-end')
    ) {
      stack.pop()
      expected = afterValue()
    } else if (
      token.startsWith('"') &&
      frame?.names !== undefined &&
      (expected === 'name' || expected === 'name-or-end')
    ) {
      const name: unknown = JSON.parse(token)
      frame.token = String(name)
      if (frame.names.has(frame.token))
        duplicates.push({ pointer: toPointer(stack.map((each) => each.token)), name: frame.token })
      frame.names.add(frame.token)
      expected = 'colon'
    } else if ((expected === 'value' || expected === 'value-or-end') && !/^[}\]:,]/.test(token)) {
      if (token === '{') stack.push({ names: new Set(), token: '' })
      else if (token === '[') stack.push({ names: undefined, token: 0 })
      expected = token === '{' ? 'name-or-end' : token === '[' ? 'value-or-end' : afterValue()
    } else return false
    return true
  }

  while (offset < text.length) {
    tokens.lastIndex = offset
    const [token] = tokens.exec(text) ?? []
    if (token === undefined) return { stoppedAt: offset, duplicates }
    if (!/^\s/.test(token) && !accepts(token)) return { stoppedAt: offset, duplicates }
    offset += token.length
  }
  return { stoppedAt: expected === 'nothing' ? undefined : offset, duplicates }
}

/** `line 3, column 7` (both from 1) of an offset. */
export function linePosition(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`
}
