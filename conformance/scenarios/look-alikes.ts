/** Texts that look, sort or normalise like a text and are another one. */
export function lookAlikes(text: string): [variant: string, text: string][] {
  const middle = Math.max([...text][0]?.length ?? 0, text.indexOf(' '))
  const inserted = (character: string) => `${text.slice(0, middle)}${character}${text.slice(middle)}`
  return [
    ['no-break-space', text.replace(' ', '\u00a0')],
    ['ideographic-space', text.replace(' ', '\u3000')],
    ['trailing-no-break-space', `${text}\u00a0`],
    ['zero-width-space', inserted('\u200b')],
    ['zero-width-joiner', inserted('\u200d')],
    ['word-joiner', inserted('\u2060')],
    ['soft-hyphen', inserted('\u00ad')],
    ['direction-mark', inserted('\u200e')],
    ['variation-selector', inserted('\ufe0f')],
    ['byte-order-mark', `\ufeff${text}`],
    ['homoglyph', text.replace(/[aceopxACEOPX]/, (letter) => homoglyphs[letter] ?? letter)],
    ['full-width', text.replace(/[A-Za-z0-9]/, fullWidth)],
    ['full-width-throughout', text.replace(/[!-~]/g, fullWidth)],
    ['kelvin-sign', text.replace(/k/i, '\u212a')],
    ['long-s', text.replace(/s/i, '\u017f')],
    ['combining', text.replace(/[A-Za-z]/, (letter) => `${letter}\u0301`)],
    ['composed', text.normalize('NFC')],
    ['decomposed', text.normalize('NFD')],
    ['compatible', text.normalize('NFKC')],
    ['without-accents', text.normalize('NFD').replace(/\p{M}/gu, '')],
    [
      'plain-punctuation',
      text
        .replace(/[‘’]/g, "'")
        .replace(/[“”«»]/g, '"')
        .replace(/[–—]/g, '-'),
    ],
    ['question-marks', text.replace(/[\u0080-\uffff]/g, '?')],
    ['question-marks-beyond-latin', text.replace(/[\u0100-\uffff]/g, '?')],
    ['other-digits', text.replace(/\d/, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
  ]
}

function fullWidth(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)
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
