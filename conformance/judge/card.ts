import type { Exchange } from '../transcript.ts'
import { isObject, member, objectsIn, jsonOf, textsOf } from './look.ts'

/** The facts of a card that an event told, as the driver noted them. */
export interface Card {
  readonly brand: string
  readonly last4: string
  readonly expMonth: number
  readonly expYear: number
}

export function cardOf({ about }: Exchange): Card | undefined {
  const card = member(about, 'card')
  if (!isObject(card)) return undefined
  const { brand, last4, expMonth, expYear } = card
  return typeof brand === 'string' &&
    typeof last4 === 'string' &&
    typeof expMonth === 'number' &&
    typeof expYear === 'number'
    ? { brand, last4, expMonth, expYear }
    : undefined
}

/** Each fact of the cards that an answer holds: as a word of any text, or as a member's value under a telling name. */
export function cardFactsIn(
  x: Exchange,
  cards: readonly Card[],
): { readonly fact: string; readonly pointer: string }[] {
  const found: { fact: string; pointer: string }[] = []
  for (const card of new Map(cards.map((each) => [JSON.stringify(each), each])).values()) {
    for (const { pointer, text } of textsOf(x)) {
      if (isHarmlessHeader(text, pointer)) continue
      for (const [fact, pattern] of patterns(card)) if (pattern.test(text)) found.push({ fact, pointer })
    }
    for (const { pointer, object } of objectsIn(jsonOf(x), '/response/body')) {
      for (const [name, value] of Object.entries(object)) {
        if (/last_?(?:4|four)/i.test(name) && Number(value) === Number(card.last4)) {
          found.push({ fact: 'last four digits', pointer: `${pointer}/${name}` })
        }
      }
    }
  }
  return found
}

/**
 * The digits stand alone or behind a mask; a UUID's group, a fraction or a longer number is none of them. The year
 * stands alone, or with its month.
 */
function patterns({ brand, last4, expMonth, expYear }: Card): (readonly [fact: string, pattern: RegExp])[] {
  const month = String(expMonth).padStart(2, '0')
  const short = String(expYear).slice(-2)
  const words = brand.split('_').join('[ _-]?')
  return [
    ['brand', new RegExp(`(?<![A-Za-z0-9])${words}(?![A-Za-z0-9])`, 'i')],
    [
      'last four digits',
      new RegExp(`(?<![A-Za-z0-9.:-])${last4}(?![A-Za-z0-9.:-])|[xX*•·]{2,}[- ]?${last4}(?![0-9])`),
    ],
    [
      'expiry',
      new RegExp(
        `(?<![A-Za-z0-9.:-])${expYear}(?:-${month})?(?![A-Za-z0-9.:-])|(?<![0-9/])0?${expMonth} ?/ ?(?:${expYear}|${short})(?![0-9/])`,
      ),
    ],
  ]
}

/** Numbers in these belong to the connection. */
function isHarmlessHeader(text: string, pointer: string): boolean {
  return (
    pointer.startsWith('/response/headers') &&
    /^(?:date|age|expires|last-modified|content-length|keep-alive|etag|retry-after|x-ratelimit[a-z-]*|ratelimit[a-z-]*|x-response-time|x-runtime|server-timing):/i.test(
      text,
    )
  )
}
