import type { Contract, Offer } from '../../../contracts/contract.ts'
import { deriveContract } from '../../../contracts/derive.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { decodeEntities } from '../../judge/entities.ts'
import { tokensIn } from '../../judge/html.ts'
import type { Exchange, Transcript } from '../../transcript.ts'

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

/**
 * What a page shows beside the texts of the contract, in lower case: an amount in the confirmation text, in a title or
 * in a promise is no price tag. Words that are a piece of a price tag, or a single word, may stand within one: those
 * are left in their place.
 */
export function besideTexts(text: string, { primaryOffer, allowedBumps, texts }: Contract): string {
  const offers = [primaryOffer, ...allowedBumps]
  const plain = (words: string) => oneLine(words).toLowerCase()
  const labels = offers.map(({ priceLabel = '' }) => plain(priceLabel))
  return [texts.checkout, ...offers.flatMap(({ title, customerPromise = '' }) => [customerPromise, title])]
    .map(plain)
    .filter((words) => words.includes(' ') && !labels.some((label) => label.includes(words)))
    .reduce((left, words) => left.replaceAll(words, ' '), plain(text))
}

/**
 * Whether a text shows an amount: in units or in cents, with any usual separators and digits, or as the seeded label.
 * What costs nothing needs no price tag: a page may say "free", in whatever words.
 */
export function showsPrice(text: string, { unitAmountCents, priceLabel }: Offer): boolean {
  if (unitAmountCents === 0) return true
  if (priceLabel !== undefined && text.toLowerCase().includes(oneLine(priceLabel).toLowerCase())) return true
  const units = Math.floor(unitAmountCents / 100)
  const cents = String(unitAmountCents % 100).padStart(2, '0')
  const decimals =
    cents === '00' ? '(?:[.,٫][0]{1,2})?' : `[.,٫]${cents.endsWith('0') ? `${cents[0] ?? ''}0?` : cents}`
  const forms = [`${grouped(units)}${decimals}`, grouped(unitAmountCents)]
  const plain = inAsciiDigits(text)
  return forms.some((form) => new RegExp(`(?<![\\d.,٫٬])${form}(?!\\d|[.,٫٬]\\d)`, 'u').test(plain))
}

/** Groups are of three digits, in India of two before the last one: a separator may stand before any three or more. */
function grouped(amount: number): string {
  const digits = String(amount)
  return [...digits]
    .map((digit, i) => (i > 0 && digits.length - i >= 3 ? `[.,٬'’ \\u00a0\\u202f]?${digit}` : digit))
    .join('')
}

/** A text with the digits of every script as 0 to 9. Those of a script stand in a row of ten, from its zero. */
function inAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let before = 0
    while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1
    return String(before % 10)
  })
}

/** Whether a page leaves its content to a script. */
export function isScripted(x: Exchange): boolean {
  return /<script\b/i.test(x.response?.body ?? '')
}

/** Whether a text holds a character reference that nobody here can read, so that what it shows is not known. */
export function isUndecoded(text: string): boolean {
  return /&[a-z][a-z0-9]{1,30};/i.test(text)
}

/** The contract of a run, for counterexamples without a price tag: none applies where all that is offered is free. */
export function pricedContract({ header }: Transcript): Contract {
  const contract = deriveContract(header.seed, header.settings)
  const { primaryOffer, allowedBumps } = contract
  if ([primaryOffer, ...allowedBumps].every(({ unitAmountCents }) => unitAmountCents === 0))
    throw new NothingToEdit('nothing that is offered has a price')
  return contract
}
