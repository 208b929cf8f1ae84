import { formsOf } from './forms.ts'

/** A secret that must not come back, as the search knows it. */
export interface Secret {
  /** `kind#index`. */
  readonly id: string
  readonly kind: string
  readonly value: string
  /** Parts that betray it alone, e.g. a Stripe id without its prefix, the local part of an address. */
  readonly parts?: readonly string[]
}

export interface Hit {
  readonly secret: Secret
  readonly form: string
  readonly start: number
  readonly end: number
}

interface Entry {
  readonly secret: Secret
  readonly form: string
  readonly text: string
  readonly foldCase: boolean
}

/** Shorter secrets would be found by chance. */
const minLength = 8

/**
 * Searches a text for every form of every secret in one pass: each position is looked up by its next `minLength`
 * characters in a table (Rabin-Karp with the map's own hashing), and only what shares them is compared.
 */
export interface SecretIndex {
  readonly add: (secret: Secret) => void
  readonly search: (text: string) => Hit[]
}

export function createSecretIndex(): SecretIndex {
  const table = new Map<string, Entry[]>()
  const insert = (entry: Entry) => {
    if (entry.text.length < minLength) return
    const key = entry.text.slice(0, minLength).toLowerCase()
    const bucket = table.get(key)
    if (bucket === undefined) table.set(key, [entry])
    else if (!bucket.some((other) => other.text === entry.text && other.secret.id === entry.secret.id))
      bucket.push(entry)
  }
  return {
    add: (secret) => {
      for (const { name, text, foldCase } of formsOf(secret.value))
        insert({ secret, form: name, text, foldCase })
      for (const part of secret.parts ?? []) {
        for (const { name, text, foldCase } of formsOf(part))
          insert({ secret, form: `part-${name}`, text, foldCase })
      }
    },
    search: (text) => {
      const hits: Hit[] = []
      const lower = text.toLowerCase()
      // Lower-casing may change the length of some scripts; positions then no longer agree, so fold ASCII only.
      const folded = lower.length === text.length ? lower : asciiLower(text)
      let at = 0
      while (at + minLength <= text.length) {
        const bucket = table.get(folded.slice(at, at + minLength))
        const found = bucket === undefined ? undefined : longest(bucket, text, folded, at)
        if (found === undefined) at += 1
        else {
          hits.push({ secret: found.secret, form: found.form, start: at, end: at + found.text.length })
          at += found.text.length
        }
      }
      return hits
    },
  }
}

function longest(bucket: readonly Entry[], text: string, folded: string, at: number): Entry | undefined {
  let best: Entry | undefined
  for (const entry of bucket) {
    const same = entry.foldCase
      ? folded.startsWith(entry.text.toLowerCase(), at)
      : text.startsWith(entry.text, at)
    if (same && (best === undefined || entry.text.length > best.text.length)) best = entry
  }
  return best
}

function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
}
