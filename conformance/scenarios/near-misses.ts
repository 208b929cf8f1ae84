import type { Json } from '../transcript.ts'

export interface NearMiss {
  readonly variant: string
  /** What is sent in the text's place; undefined sends none. */
  readonly text: Json | undefined
}

/** Texts that are almost the right one, and values around the right one. `other` is the text of another door. */
export function nearMisses(text: string, other: string): NearMiss[] {
  const middle = Math.max(1, text.indexOf(' '))
  const strings: [variant: string, text: string][] = [
    ['empty', ''],
    ['lower-case', text.toLowerCase()],
    ['upper-case', text.toUpperCase()],
    ['leading-blank', ` ${text}`],
    ['trailing-blank', `${text} `],
    ['trailing-newline', `${text}\n`],
    ['double-blank', text.replace(' ', '  ')],
    ['no-blanks', text.replaceAll(' ', '')],
    ['no-break-space', text.replace(' ', '\u00a0')],
    ['zero-width-space', `${text.slice(0, middle)}\u200b${text.slice(middle)}`],
    ['byte-order-mark', `\ufeff${text}`],
    ['homoglyph', text.replace(/[aceopxACEOPX]/, (letter) => homoglyphs[letter] ?? letter)],
    [
      'full-width',
      text.replace(/[A-Za-z0-9]/, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    ],
    ['combining', text.replace(/[A-Za-z]/, (letter) => `${letter}\u0301`)],
    ['prefix', text.slice(0, -1)],
    ['suffix', `${text}.`],
    ['first-word-missing', text.slice(middle + 1)],
    ['one-character-off', text.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => (letter === 'x' ? 'y' : 'x'))],
    ['any-for-point', text.replace('.', '0')],
    ['comma-for-point', text.replace('.', ',')],
    ['other-amount-format', text.replace(/(\d+)\.(\d)0\b/, '$1.$2')],
    ['quoted', `"${text}"`],
    ['twice', `${text}${text}`],
    ['other-text', other],
    ['pattern', '.*'],
  ]
  const values: [variant: string, text: Json | undefined][] = [
    ['absent', undefined],
    ['null', null],
    ['true', true],
    ['one', 1],
    ['in-array', [text]],
    ['in-object', { text }],
    ['with-to-string', { toString: text }],
  ]
  return [
    // A variant that leaves this seed's text as it is would be the right text.
    ...strings.filter(([, near]) => near !== text),
    ...values,
  ].map(([variant, near]) => ({ variant, text: near }))
}

const homoglyphs: { readonly [letter: string]: string } = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  A: 'А',
  C: 'С',
  E: 'Е',
  O: 'О',
  P: 'Р',
  X: 'Х',
}
