import { formsOf, formsOfPart, type Form } from './forms.ts'

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

interface Entry extends Form {
  readonly secret: Secret
}

/** Shorter secrets would be found by chance. */
const window = 8
const filterBits = 22

/**
 * Searches a text for every form of every secret in one pass: the next `window` characters at each position, their case
 * folded, are looked up in a bit filter and, where that says yes, in a table; only what shares them is compared.
 */
export interface SecretIndex {
  readonly add: (secret: Secret) => void
  /** Secrets that are too short to be hunted: they are only taken out of what the suite itself sends and notes. */
  readonly short: () => readonly Secret[]
  /** Hits from left to right; they do not overlap, the longest at a place wins. */
  readonly search: (text: string) => Hit[]
}

export function createSecretIndex(): SecretIndex {
  const table = new Map<string, Entry[]>()
  const short: Secret[] = []
  const filter = new Uint32Array(1 << (filterBits - 5))
  const insert = (entry: Entry) => {
    if (entry.text.length < window) return
    const hash = hashAt(entry.text, 0)
    filter[hash >>> 5] = (filter[hash >>> 5] ?? 0) | (1 << (hash & 31))
    const key = foldAscii(entry.text.slice(0, window))
    const bucket = table.get(key)
    if (bucket === undefined) table.set(key, [entry])
    else bucket.push(entry)
  }
  return {
    short: () => short,
    add: (secret) => {
      if (secret.value.length < window) short.push(secret)
      for (const form of formsOf(secret.value)) insert({ ...form, secret })
      for (const part of secret.parts ?? []) {
        for (const form of formsOfPart(part)) insert({ ...form, name: `part-${form.name}`, secret })
      }
    },
    search: (text) => {
      const hits: Hit[] = []
      const last = text.length - window
      let at = 0
      while (at <= last) {
        const hash = hashAt(text, at)
        const maybe = ((filter[hash >>> 5] ?? 0) >>> (hash & 31)) & 1
        const found =
          maybe === 0 ? undefined : longest(table.get(foldAscii(text.slice(at, at + window))) ?? [], text, at)
        if (found === undefined) at += 1
        else {
          const { secret, name } = found.entry
          hits.push({ secret, form: name, start: at, end: at + found.length })
          at += found.length
        }
      }
      return hits
    },
  }
}

function longest(
  bucket: readonly Entry[],
  text: string,
  at: number,
): { entry: Entry; length: number } | undefined {
  let best: { entry: Entry; length: number } | undefined
  for (const entry of bucket) {
    const length = commonLength(entry, text, at)
    if (length >= entry.atLeast && length > (best?.length ?? 0)) best = { entry, length }
  }
  return best
}

function commonLength({ text: wanted, foldCase }: Entry, text: string, at: number): number {
  const most = Math.min(wanted.length, text.length - at)
  let length = 0
  while (length < most) {
    const a = wanted.charCodeAt(length)
    const b = text.charCodeAt(at + length)
    if (a !== b && !(foldCase && foldCode(a) === foldCode(b))) break
    length += 1
  }
  return length
}

/** FNV-1a over the folded window, to `filterBits` bits. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < window; i += 1) hash = Math.imul(hash ^ foldCode(text.charCodeAt(at + i)), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> (32 - filterBits)
}

function foldCode(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

/** Lower-casing by the platform may change the length of some scripts; only ASCII has a case here. */
function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
}
