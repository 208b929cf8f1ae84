import type { Json } from '../transcript.ts'
import { objectsIn } from './look.ts'

/** What the write boundary rules out, as words of a member's name. */
const effects = /^(?:fulfil(?:l)?(?:ment|ed)?s?|entitle(?:ment|d)?s?|tax(?:es)?|notif(?:y|ied|ication)s?)$/
/** Words that say that it came about, or how often. */
const done =
  /^(?:created|granted|sent|recorded|issued|started|scheduled|triggered|queued|delivered|enabled|done|included|rows?|counts?|total|records?|notified|fulfilled|entitled|taxed)$/

export interface Claim {
  readonly pointer: string
  readonly name: string
  readonly value: Json
  /** Whether the value says that the effect is there. */
  readonly claimed: boolean
}

/** Every member, anywhere in a value, that says whether a fulfilment, entitlement, tax record or notification came about. */
export function effectClaims(body: unknown): Claim[] {
  const claims: Claim[] = []
  for (const { pointer, object } of objectsIn(body as Json | undefined)) {
    for (const [name, value] of Object.entries(object)) {
      const words = wordsOf(name)
      if (!words.some((word) => effects.test(word))) continue
      // A price that includes tax is no tax record.
      if (words.length === 2 && words[1] === 'included' && /^tax/.test(words[0] ?? '')) continue
      const plural = /^(?:fulfil|entitle)/.test(words[0] ?? '') || words.some((word) => done.test(word))
      const flag = typeof value === 'boolean' && words.some((word) => done.test(word))
      const amount = typeof value === 'number' && plural && !/(?:at|cents|bps)$/i.test(name)
      const list = Array.isArray(value) && plural
      if (!flag && !amount && !list) continue
      const claimed = Array.isArray(value) ? value.length > 0 : value === true || (amount && value > 0)
      claims.push({ pointer: `${pointer}/${name}`, name, value, claimed })
    }
  }
  return claims
}

/** The words of a name in camel, snake or kebab case, in lower case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase())
}
