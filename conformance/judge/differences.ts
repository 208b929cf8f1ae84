import { escapeToken } from '../../contracts/json-pointer.ts'
import type { Json } from '../transcript.ts'
import { isObject, show } from './look.ts'

/** One place where an answer is not what the contract says. */
export interface Difference {
  /** `unlisted` is a member that the contract does not have; `length` another number of elements. */
  readonly kind: 'missing' | 'unlisted' | 'type' | 'length' | 'value'
  /** JSON Pointer within the compared value. */
  readonly pointer: string
  readonly expected: string
  readonly seen: string
}

/**
 * Every difference between a value of the contract and an answer, outermost first. Members stand in any order, elements
 * in the given one.
 */
export function differences(expected: unknown, actual: Json | undefined, pointer = ''): Difference[] {
  if (expected === undefined) return []
  const differs = (kind: Difference['kind'], wanted: string, seen = show(actual)): Difference[] => [
    { kind, pointer, expected: wanted, seen },
  ]
  if (actual === undefined) return differs('missing', show(expected), 'no such member')
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return differs('type', 'an array')
    const length =
      expected.length === actual.length
        ? []
        : differs('length', `${expected.length} elements`, `${actual.length} elements`)
    const common = expected.slice(0, actual.length)
    return [
      ...length,
      ...common.flatMap((each, i) => differences(each, element(actual, i), `${pointer}/${i}`)),
    ]
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return differs('type', 'an object')
    const inside = Object.entries(expected).flatMap(([name, value]) =>
      differences(
        value,
        Object.hasOwn(actual, name) ? actual[name] : undefined,
        `${pointer}/${escapeToken(name)}`,
      ),
    )
    const unlisted = Object.keys(actual)
      .filter((name) => !Object.hasOwn(expected, name))
      .map((name): Difference => ({
        kind: 'unlisted',
        pointer: `${pointer}/${escapeToken(name)}`,
        expected: 'no such member',
        seen: show(actual[name]),
      }))
    return [...inside, ...unlisted]
  }
  if (expected === actual) return []
  return differs(kindOf(expected) === kindOf(actual) ? 'value' : 'type', show(expected))
}

function element(list: Json, index: number): Json | undefined {
  return Array.isArray(list) ? (list as readonly Json[])[index] : undefined
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}
