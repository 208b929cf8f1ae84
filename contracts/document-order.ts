import { parsePointer } from './json-pointer.ts'

/**
 * Things that stand at pointers into a document, in its order: an object before its members. What the document does not
 * have stands at the end of its parent, and things at one place keep their order.
 */
export function inDocumentOrder<T extends { readonly pointer: string }>(
  document: unknown,
  things: readonly T[],
): T[] {
  const indexes = new Map<object, ReadonlyMap<string, number>>()
  const indexOf = (parent: object): ReadonlyMap<string, number> => {
    const index = indexes.get(parent) ?? new Map(Object.keys(parent).map((name, at) => [name, at]))
    indexes.set(parent, index)
    return index
  }
  const placeOf = (pointer: string): number[] => {
    let value = document
    return parsePointer(pointer).map((token) => {
      if (typeof value !== 'object' || value === null) return 0
      const index = indexOf(value)
      const at = index.get(token)
      value = at === undefined ? undefined : (value as Record<string, unknown>)[token]
      return at ?? index.size
    })
  }
  return things
    .map((thing) => ({ thing, place: placeOf(thing.pointer) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ thing }) => thing)
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (const [depth, at] of a.entries()) {
    const other = b[depth]
    if (other === undefined) return 1
    if (at !== other) return at - other
  }
  return a.length - b.length
}
