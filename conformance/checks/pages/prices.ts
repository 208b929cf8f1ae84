import type { Offer } from '../../../contracts/contract.ts'
import { decodeEntities } from '../../judge/entities.ts'
import { tokensIn } from '../../judge/html.ts'
import type { Exchange } from '../../transcript.ts'

/** Elements whose text is no part of the page, and those whose whole content is none where scripts run. */
const unseen = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes'])
const inert = new Set(['template', 'noscript'])

/** The text that a page shows, in one line: no title, no scripts, no attributes. */
export function visibleText(html: string): string {
  let shown = ''
  let within = 0
  for (const token of tokensIn(html)) {
    if (token.kind === 'text') {
      if (within === 0) shown += token.text
      continue
    }
    shown += ' '
    if (inert.has(token.name)) within = Math.max(0, within + (token.kind === 'start' ? 1 : -1))
    else if (token.kind === 'start' && within === 0 && !unseen.has(token.name)) shown += token.content
  }
  return oneLine(decodeEntities(shown))
}

export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Whether a text shows an amount: in units or in cents, with any usual separators, or as the seeded label. */
export function showsPrice(text: string, { unitAmountCents, priceLabel }: Offer): boolean {
  if (priceLabel !== undefined && text.includes(oneLine(priceLabel))) return true
  const units = Math.floor(unitAmountCents / 100)
  const cents = String(unitAmountCents % 100).padStart(2, '0')
  const decimals =
    cents === '00' ? '(?:[.,٫][0]{1,2})?' : `[.,٫]${cents.endsWith('0') ? `${cents[0] ?? ''}0?` : cents}`
  const forms = [`${grouped(units)}${decimals}`, grouped(unitAmountCents)]
  return forms.some((form) => new RegExp(`(?<![\\d.,])${form}(?!\\d|[.,]\\d)`, 'u').test(text))
}

function grouped(amount: number): string {
  const digits = String(amount)
  const first = digits.length % 3 || 3
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])]
  return groups.join("[.,'’ \\u00a0\\u202f]?")
}

/** Whether a page leaves its content to a script. */
export function isScripted(x: Exchange): boolean {
  return /<script\b/i.test(x.response?.body ?? '')
}
