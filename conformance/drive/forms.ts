import { createHash } from 'node:crypto'

/** One way in which a secret can be written. */
export interface Form {
  readonly name: string
  readonly text: string
  /** Compare without regard to case (hex). */
  readonly foldCase: boolean
}

const hashes = ['md5', 'sha1', 'sha256', 'sha512'] as const

/**
 * The forms in which a secret is searched for. Escapes, percent and entity codings and whole base64 or hex tokens are
 * undone layer by layer before the search (`layers.ts`), so the forms here are those that no decoding brings back:
 * the value itself, reversed, inside a longer base64 or hex token, and as a common hash.
 */
export function formsOf(value: string): Form[] {
  const bytes = Buffer.from(value, 'utf8')
  const forms: Form[] = [
    { name: 'raw', text: value, foldCase: false },
    { name: 'reversed', text: [...value].reverse().join(''), foldCase: false },
    { name: 'hex', text: bytes.toString('hex'), foldCase: true },
  ]
  const lower = value.toLowerCase()
  if (lower !== value) forms.push({ name: 'lower-case', text: lower, foldCase: false })
  const upper = value.toUpperCase()
  if (upper !== value) forms.push({ name: 'upper-case', text: upper, foldCase: false })
  for (const [name, coding] of [
    ['base64', 'base64'],
    ['base64url', 'base64url'],
  ] as const) {
    for (const shift of [0, 1, 2]) {
      const text = alignedBase64(bytes, shift, coding)
      if (!forms.some((form) => form.text === text)) forms.push({ name, text, foldCase: false })
    }
  }
  for (const algorithm of hashes) {
    for (const [suffix, input] of lower === value
      ? [['', value] as const]
      : ([
          ['', value],
          ['-of-lower', lower],
        ] as const)) {
      const digest = createHash(algorithm).update(input).digest()
      forms.push({ name: `${algorithm}-hex${suffix}`, text: digest.toString('hex'), foldCase: true })
      for (const coding of ['base64', 'base64url'] as const) {
        forms.push({
          name: `${algorithm}-${coding}${suffix}`,
          text: digest.toString(coding).replace(/=+$/, ''),
          foldCase: false,
        })
      }
    }
  }
  return forms
}

/** The part of a base64 text that does not depend on its neighbours, when the value starts `shift` bytes into a group. */
function alignedBase64(bytes: Buffer, shift: number, coding: 'base64' | 'base64url'): string {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString(coding)
    .replace(/=+$/, '')
  const start = shift === 0 ? 0 : shift + 1
  const end = (shift + bytes.length) % 3 === 0 ? padded.length : padded.length - 1
  return padded.slice(start, end)
}
