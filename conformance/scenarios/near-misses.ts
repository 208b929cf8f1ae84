import type { Offer } from '../../contracts/contract.ts'
import type { Json } from '../transcript.ts'
import { fewWordings, formerWordings } from './former-wordings.ts'
import { lookAlikes } from './look-alikes.ts'

export interface NearMiss {
  readonly variant: string
  /** What is sent in the text's place; undefined sends none. */
  readonly text: Json | undefined
  /** `none`: nothing is said; `text`: another text; `type`: no proper text, which may also be refused. */
  readonly class: 'none' | 'text' | 'type'
}

/** What the near misses of a text are made from. */
export interface NearMissSource {
  readonly text: string
  /** The texts of other doors. */
  readonly others: readonly string[]
  /** The offers whose titles and amounts could stand in a former wording; without them a few wordings do. */
  readonly offers?: readonly Offer[]
}

/** Texts that are almost the right one, and values around the right one. */
export function nearMisses({ text, others, offers }: NearMissSource): NearMiss[] {
  const strings: [variant: string, text: string][] = [
    ...editsOf(text),
    ...lookAlikes(text),
    ...others.map((other, i): [string, string] => [`other-text-${i + 1}`, other]),
    ...(offers === undefined ? fewWordings(text) : formerWordings(text, offers)),
  ]
  const seen = new Set([text])
  const distinct = strings.filter(([, near]) => {
    // A variant that leaves this seed's text as it is would be the right text.
    if (near.trim() === '' || seen.has(near)) return false
    seen.add(near)
    return true
  })
  return [
    ...absences.map(([variant, value]): NearMiss => ({ variant, text: value, class: 'none' })),
    ...distinct.map(([variant, near]): NearMiss => ({ variant, text: near, class: 'text' })),
    ...valuesAround(text).map(([variant, value]): NearMiss => ({ variant, text: value, class: 'type' })),
  ]
}

/** One near miss of each class of tolerance, for doors that keep fewer people out. */
export function fewNearMisses(source: NearMissSource): NearMiss[] {
  return nearMisses(source).filter(({ variant, class: kind }) => kind === 'none' || few.has(variant))
}

/** No text, and three near misses, for each of many ways through one door. */
export function leastMisses(text: string): NearMiss[] {
  const least = ['absent', 'lower-case', 'trailing-blank', 'suffix']
  return nearMisses({ text, others: [] }).filter(({ variant }) => least.includes(variant))
}

const few = new Set([
  'lower-case',
  'trailing-blank',
  'double-blank',
  'no-break-space',
  'zero-width-space',
  'homoglyph',
  'prefix',
  'suffix',
  'one-character-off',
  'same-length',
  'other-text-1',
  'other-text-2',
  'other-text-3',
  'without-word-2',
  'in-array',
  'in-object',
])

const absences: [variant: string, text: Json | undefined][] = [
  ['absent', undefined],
  ['null', null],
  ['empty', ''],
  ['blank', ' '],
]

/** Edits that a lenient comparison forgives: case, blanks, parts, patterns, codings. */
function editsOf(text: string): [variant: string, text: string][] {
  // Whole characters: half of one is no proper text, which may be refused as such.
  const characters = [...text]
  const middle = Math.max(characters[0]?.length ?? 0, text.indexOf(' '))
  const half = Math.ceil(characters.length / 2)
  return [
    ['lower-case', text.toLowerCase()],
    ['upper-case', text.toUpperCase()],
    ['swapped-case', text.replace(/\p{Lu}/u, (letter) => letter.toLowerCase())],
    ['leading-blank', ` ${text}`],
    ['trailing-blank', `${text} `],
    ['trailing-tab', `${text}\t`],
    ['trailing-newline', `${text}\n`],
    ['trailing-carriage-return', `${text}\r`],
    ['double-blank', text.replace(' ', '  ')],
    ['tab-for-blank', text.replace(' ', '\t')],
    ['no-blanks', text.replaceAll(' ', '')],
    ['hyphens-for-blanks', text.replaceAll(' ', '-')],
    ['no-punctuation', text.replace(/[\p{P}\p{S}]/gu, '')],
    ['prefix', characters.slice(0, -1).join('')],
    ['first-half', characters.slice(0, half).join('')],
    ['suffix', `${text}.`],
    ['embedded', `I do not say: ${text}!`],
    ['own-line', `x\n${text}\nx`],
    ['first-line', `${text}\nx`],
    ['last-line', `x\n${text}`],
    ['first-word-missing', [...text.slice(middle)].slice(1).join('')],
    ['one-character-off', text.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x'))],
    ['any-for-point', text.replace('.', '0')],
    ['comma-for-point', text.replace('.', ',')],
    ['other-amount-format', text.replace(/(\d+)[.,](\d)0\b/, '$1.$2')],
    ['whole-amount', text.replace(/(\d+)[.,]00\b/, '$1')],
    ['quoted', `"${text}"`],
    ['single-quoted', `'${text}'`],
    ['percent-coded', encodeURIComponent(text)],
    ['plus-coded', text.replaceAll(' ', '+')],
    ['entity-coded', text.replaceAll('&', '&amp;').replaceAll(' ', '&#32;')],
    ['escaped', text.replaceAll(' ', '\\u0020')],
    ['marked-up', `<b>${text}</b>`],
    ['twice', `${text}${text}`],
    ['reversed', [...text].reverse().join('')],
    ['same-length', 'x'.repeat(text.length)],
    ['pattern', '.*'],
    ['wildcard', '%'],
    ['yes', 'yes'],
    ['confirm', 'confirm'],
  ]
}

function valuesAround(text: string): [variant: string, value: Json][] {
  return [
    ['true', true],
    ['one', 1],
    ['in-array', [text]],
    ['in-arrays', [[text]]],
    ['among-others', ['x', text]],
    ['in-object', { text }],
    ['as-value', { value: text, valueOf: text }],
    ['with-to-string', { toString: text }],
    ['after-nul', `${text}\u0000x`],
    ['characters', { ...[...text] }],
  ]
}
