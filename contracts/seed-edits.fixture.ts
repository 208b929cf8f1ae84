import { locate, parsePointer } from './json-pointer.ts'
import { SeedError } from './load.ts'
import { readSeedFile } from './seed-file.ts'

export const seedUrl = (name: string) => new URL(`../seeds/${name}`, import.meta.url)
const defaultSeed = readSeedFile(seedUrl('checkout-offer-source-data.json'))
export const good = (): Record<string, unknown> => ({ ...structuredClone(defaultSeed) })

/** The default seed with some values set, by JSON Pointer. */
export function seedWith(edits: Readonly<Record<string, unknown>>): unknown {
  const seed = good()
  for (const [pointer, value] of Object.entries(edits)) {
    const tokens = parsePointer(pointer)
    const last = tokens.pop() ?? ''
    let at: Record<string, unknown> = seed
    for (const token of tokens) at = at[token] as Record<string, unknown>
    if (value === undefined) Reflect.deleteProperty(at, last)
    else at[last] = structuredClone(value)
  }
  return seed
}

export function problemsOf(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof SeedError) return error.problems
    throw error
  }
  return []
}

export const valueAt = (pointer: string) => structuredClone(locate(good(), pointer)[0]?.value)
