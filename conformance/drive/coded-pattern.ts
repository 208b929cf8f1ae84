const maxLength = 1024

/**
 * Matches a text of which any character may be escaped, percent-coded (once or more), an entity or quoted-printable,
 * with markup between. Undefined for a text that is too long to be worth it.
 */
export function codedPattern(text: string): RegExp | undefined {
  const characters = [...text]
  if (characters.length > maxLength) return undefined
  return new RegExp(characters.map(anyCoding).join('(?:<[^<>]*>|\\0)*'), 'u')
}

function anyCoding(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16).padStart(2, '0')
  const anyCase = [...hex].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit))
  const digits = anyCase.join('')
  const literal = /[A-Za-z0-9]/.test(character) ? character : `\\u{${hex}}`
  const choices = [
    literal,
    `(?:\\\\)+u\\{?0*${digits}\\}?`,
    `(?:\\\\)+x${digits}`,
    `%(?:25)*${digits}`,
    `&(?:amp;)*#0*${code};?`,
    `&(?:amp;)*#[xX]0*${digits};?`,
    `=${digits}`,
    `\\\\${literal}`,
  ]
  return `(?:${choices.join('|')})`
}
