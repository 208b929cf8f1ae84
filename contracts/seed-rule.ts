import { locate, type Located } from './json-pointer.ts'

/** One thing that is wrong with a seed; the pointer is an RFC 6901 JSON Pointer, `''` for the document itself. */
export interface SeedProblem {
  readonly pointer: string
  readonly message: string
}

/** Finds what is wrong with a seed in one respect. It reads the raw document, whatever its shape. */
export type Rule = (seed: unknown) => SeedProblem[]

/** A text of the seed with its place. */
export interface Text {
  readonly pointer: string
  readonly value: string
}

const isText = (at: Located): at is Text => typeof at.value === 'string'

/** Every text that the patterns reach; what is absent or of another type is passed over. */
export const texts = (seed: unknown, ...patterns: string[]): Text[] =>
  patterns.flatMap((pattern) => locate(seed, pattern)).filter(isText)
export const text = (seed: unknown, pointer: string): Text | undefined => texts(seed, pointer)[0]

/** A problem for each text that one before it says already. */
export function repeated(what: string, found: readonly Text[]): SeedProblem[] {
  const first = new Map<string, string>()
  return found.flatMap(({ pointer, value }) => {
    const earlier = first.get(value)
    if (earlier === undefined) first.set(value, pointer)
    return earlier === undefined ? [] : [{ pointer, message: `repeats the ${what} "${value}" of ${earlier}` }]
  })
}
