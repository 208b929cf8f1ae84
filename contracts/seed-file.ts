import { readFileSync } from 'node:fs'
import type { Contract, Seed } from './contract.ts'
import { deriveContract } from './derive.ts'
import type { Settings } from './settings.ts'
import { parseSeedText, SeedError, withDistinctRoutes } from './load.ts'

/** The seed that is used where none is named. */
export const defaultSeed = new URL('../seeds/checkout-offer-source-data.json', import.meta.url)

/**
 * Reads a seed from a file (UTF-8, a byte order mark is passed over). Throws `SeedError` for what the file says, and
 * node's own error for a file that cannot be read.
 */
export function readSeedFile(path: string | URL): Seed {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  try {
    return parseSeedText(text)
  } catch (error) {
    if (error instanceof SeedError) throw new SeedError(error.problems, `the seed ${String(path)}`)
    throw error
  }
}

/** The contract of a seed file; settings left out are WIRE's. */
export function readContract(path: string | URL, settings?: Settings): Contract {
  return withDistinctRoutes(deriveContract(readSeedFile(path), settings))
}
