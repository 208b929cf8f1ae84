import type { Json } from '../transcript.ts'
import { isObject } from './look.ts'
import { escapeToken } from '../../contracts/json-pointer.ts'

/**
 * Every number within a JSON value by its pointer. In a list of groups a number stands under the words of its group and
 * not under its position, so that a new group moves no other.
 */
export function numbersIn(value: Json | undefined, pointer = ''): Map<string, number> {
  const found = new Map<string, number>()
  collect(value, pointer, found)
  return found
}

function collect(value: Json | undefined, pointer: string, found: Map<string, number>): void {
  if (typeof value === 'number') found.set(pointer, value)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const name = Array.isArray(value) && isObject(inner) ? wordsOf(inner) : escapeToken(key)
    collect(inner, `${pointer}/${name}`, found)
  }
}

function wordsOf(group: { readonly [key: string]: Json }): string {
  return escapeToken(
    Object.entries(group)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, word]) => `${key}=${word}`)
      .join(','),
  )
}
