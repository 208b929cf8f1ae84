/** A source of randomness: each call gives a number in [0, 1). */
export type Random = () => number

const digits = '0123456789'
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const base62 = `${digits}${upper}abcdefghijklmnopqrstuvwxyz`

/** Randomness from the platform's crypto; the default at the edges. */
export const cryptoRandom: Random = () => {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
  return value / 2 ** 32
}

/** A small deterministic generator (mulberry32), so that a seed gives the same ids again. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** `length` base62 characters (at least 2), among them always a digit and an upper-case letter, as in Stripe's ids. */
export function base62Text(length: number, random: Random = cryptoRandom): string {
  const pick = (alphabet: string): string => alphabet.charAt(Math.floor(random() * alphabet.length))
  const text = Array.from({ length }, () => pick(base62))
  const first = Math.floor(random() * length)
  const second = (first + 1 + Math.floor(random() * (length - 1))) % length
  text[first] = pick(digits)
  text[second] = pick(upper)
  return text.join('')
}

/** An id in Stripe's form, such as `pi_` with 24 characters. `prefix` comes without its last underscore. */
export function stripeId(prefix: string, length: number, random: Random = cryptoRandom): string {
  return `${prefix}_${base62Text(length, random)}`
}
