import type { Offer } from '../../contracts/contract.ts'

/**
 * What the text could have been in an earlier version: another offer's title or amount, a word less, two words
 * changed round, the amount left out or written otherwise. Nobody knows the real one, so the edits are systematic.
 */
export function formerWordings(text: string, offers: readonly Offer[]): [variant: string, text: string][] {
  const words = text.split(' ')
  const without = (gone: number) => words.filter((_, i) => i !== gone).join(' ')
  const [primary] = offers
  const others = offers.filter((offer) => offer !== primary)
  return [
    ...words.map((_, i): [string, string] => [`without-word-${i + 1}`, without(i)]),
    ...[0, words.length - 2].map((i): [string, string] => [
      `swapped-words-${i + 1}`,
      [...words.slice(0, i), words[i + 1], words[i], ...words.slice(i + 2)].join(' '),
    ]),
    ['sorted-words', words.toSorted().join(' ')],
    ...[1, 2, 3].map((count): [string, string] => [
      `without-last-${count}`,
      words.slice(0, words.length - count).join(' '),
    ]),
    ...others.flatMap((offer, i): [string, string][] => [
      [`title-of-offer-${i + 2}`, primary === undefined ? text : text.replace(primary.title, offer.title)],
      [`amount-of-offer-${i + 2}`, text.replace(amount, decimal(offer.unitAmountCents))],
      [
        `offer-${i + 2}`,
        text.replace(primary?.title ?? text, offer.title).replace(amount, decimal(offer.unitAmountCents)),
      ],
    ]),
    ['amount-in-cents', text.replace(amount, String(primary?.unitAmountCents ?? 0))],
    ['amount-zero', text.replace(amount, '0.00')],
    ['other-currency', text.replace(/\b[A-Z]{3}\b/, (code) => (code === 'EUR' ? 'USD' : 'EUR'))],
    ['lower-currency', text.replace(/\b[A-Z]{3}\b/, (code) => code.toLowerCase())],
    ['currency-sign', text.replace(/(\d+[.,]\d+) USD/, '$$$1').replace(/(\d+[.,]\d+) EUR/, '€$1')],
    ['title-alone', primary?.title ?? ''],
    ['word-inserted', [words[0], 'sandbox', ...words.slice(1)].join(' ')],
    ['article-inserted', [words[0], 'a', ...words.slice(1)].join(' ')],
    ['first-word-changed', ['Start', ...words.slice(1)].join(' ')],
    ['confirmed-in-front', `Confirm: ${text}`],
  ]
}

/** A few of them, for a text that names no offer. */
export function fewWordings(text: string): [variant: string, text: string][] {
  const few = ['without-word-2', 'without-last-1', 'swapped-words-1', 'sorted-words', 'word-inserted']
  return formerWordings(text, []).filter(([variant]) => few.includes(variant))
}

const amount = /\d+[.,]\d\d\b/

function decimal(cents: number): string {
  return (cents / 100).toFixed(2)
}
