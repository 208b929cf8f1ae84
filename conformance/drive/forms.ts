import { createHash } from 'node:crypto'

/** One way in which a secret can be written. */
export interface Form {
  readonly name: string
  readonly text: string
  /** Compare without regard to case. */
  readonly foldCase: boolean
  /** So many characters from its start betray it; a longer match is the same hit. */
  readonly atLeast: number
}

const hashes = ['md5', 'sha1', 'sha256', 'sha512'] as const

/** 64 bits of a digest: less may meet by chance, more would miss one that was cut to an ETag's length. */
const digestHexAtLeast = 16
const digestBase64AtLeast = 12
/** Characters of a random part that give it away. */
const partAtLeast = 12

/**
 * The forms in which a secret is searched for. Escapes, percent and entity codings and whole base64 or hex tokens are
 * undone layer by layer before the search (`layers.ts`), so the forms here are those that no decoding brings back:
 * the value itself in any case, reversed, inside a longer base64 or hex token, and as a common hash.
 */
export function formsOf(value: string): Form[] {
  return [...codedForms(value), ...hashForms(value)]
}

/** The forms of a random part of a secret, e.g. a Stripe id without its prefix. Its hash is nobody's idea. */
export function formsOfPart(part: string): Form[] {
  return codedForms(part).map((form) =>
    form.name === 'raw' ? { ...form, atLeast: Math.min(partAtLeast, form.atLeast) } : form,
  )
}

function codedForms(value: string): Form[] {
  const bytes = Buffer.from(value, 'utf8')
  const forms = [
    whole('raw', value, true),
    whole('reversed', [...value].reverse().join(''), true),
    whole('hex', bytes.toString('hex'), true),
  ]
  for (const coding of ['base64', 'base64url'] as const) {
    for (const shift of [0, 1, 2]) {
      const text = alignedBase64(bytes, shift, coding)
      if (!forms.some((form) => form.text === text)) forms.push(whole(coding, text, false))
    }
  }
  return forms
}

function hashForms(value: string): Form[] {
  return hashes.flatMap((algorithm) => {
    const digest = createHash(algorithm).update(value).digest()
    const [base64, base64url] = (['base64', 'base64url'] as const).map((coding) => ({
      name: `${algorithm}-${coding}`,
      text: digest.toString(coding).replace(/=+$/, ''),
      foldCase: false,
      atLeast: digestBase64AtLeast,
    }))
    const hex = {
      name: `${algorithm}-hex`,
      text: digest.toString('hex'),
      foldCase: true,
      atLeast: digestHexAtLeast,
    }
    return [hex, base64, base64url].flatMap((form, i, all) =>
      form === undefined || (i === 2 && form.text === all[1]?.text) ? [] : [form],
    )
  })
}

function whole(name: string, text: string, foldCase: boolean): Form {
  return { name, text, foldCase, atLeast: text.length }
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
