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
    published(value) ? [] : [{ prefix, value, start: index, end: index + value.length }],
  )
}
