/** An id found by its shape. */
export interface ShapedId {
  /** With the mode, without the last underscore: `cs_test`, `pi`. */
  readonly prefix: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * Ids as Stripe makes them: a known prefix with no word character before it, then 14 or more alphanumerics with a digit
 * and an upper-case letter among them. Looser patterns would take slugs and class names for ids.
 */
const shape =
  /(?<![A-Za-z0-9_])((?:cs|pi|ch|py|pm|cus|evt|price|prod|acct|sub|si|seti|in|ii|il|re|pyr|txn|po|tr|card|src|tok|ba|req|cn|dp|du|fee|link|mandate|plink|promo|qt|sub_sched|tax|we|whsec|sk|rk|pk|ek)(?:_(?:test|live))?)_((?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Z])[A-Za-z0-9]{14,})/g

/** Every id of that shape; `published` holds what the contract itself publishes, which is no secret. */
export function stripeIdsIn(text: string, published: (value: string) => boolean): ShapedId[] {
  if (!text.includes('_')) return []
  return [...text.matchAll(shape)].flatMap(({ 0: value, 1: prefix = '', index }) =>
    published(value) || isWithinRandom(text, index, index + value.length)
      ? []
      : [{ prefix, value, start: index, end: index + value.length }],
  )
}

/**
 * A long base64url text may hold `pi_` by chance: then what stands before or after it, joined by a hyphen or an
 * underscore, is as random as it is itself. The `_secret_` of a client secret is Stripe's own.
 */
function isWithinRandom(text: string, start: number, end: number): boolean {
  const before =
    text[start - 1] === '-' ? /[A-Za-z0-9_-]*$/.exec(text.slice(Math.max(0, start - 64), start)) : null
  const after = /^[-_](?!secret_)[A-Za-z0-9_-]*/.exec(text.slice(end, end + 64))
  return [before?.[0] ?? '', after?.[0] ?? ''].some(
    (run) => run.length >= 8 && /\d/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run),
  )
}
