import { gunzipSync, inflateSync } from 'node:zlib'

/** What undoing one coding gave. */
export interface Decoded {
  /** The coded token, or null where the whole text was rewritten. */
  readonly token: string | null
  readonly decoded: string
}

type Decoder = (text: string) => Iterable<Decoded>

const maxInflated = 64 * 1024

/**
 * The codings that the search undoes, by name. Every pattern here takes time linear in the text, and no run is without
 * an upper bound: the engine's stack grows with it. A longer token is taken in pieces, whole groups of its code each.
 */
export const decoders: readonly (readonly [name: string, decode: Decoder])[] = [
  [
    'escape',
    (text) =>
      rewrite(
        text,
        /\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})|\\([/"'\\])/g,
        (unicode, braced, hex, literal) => literal ?? fromCode(unicode ?? braced ?? hex ?? '', 16),
      ),
  ],
  [
    'percent',
    (text) =>
      rewrite(text, /((?:%[0-9a-fA-F]{2}){1,20000})/g, (run = '') =>
        Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
      ),
  ],
  [
    'entity',
    (text) =>
      rewrite(
        text,
        /&(?:#0*(\d{1,7})|#[xX]0*([0-9a-fA-F]{1,6})|([A-Za-z]{2,8})(?=;));?/g,
        (dec, hex, name) =>
          name === undefined
            ? dec === undefined
              ? fromCode(hex ?? '', 16)
              : fromCode(dec, 10)
            : (named[name] ?? `&${name};`),
      ),
  ],
  // A byte order mark or a wrong charset label: every second byte of UTF-16 is NUL in what was read as UTF-8.
  ['utf-16', (text) => rewrite(text, /\0()/g, () => '')],
  // Text that markup cuts into pieces reads as one.
  ['tags', (text) => (text.includes('</') ? rewrite(text, /<[^<>]*>()/g, () => '') : [])],
  ['quoted-printable', (text) => rewrite(text, /=([0-9A-F]{2})/g, (hex = '') => fromCode(hex, 16))],
  ['base64', base64Tokens],
  [
    'hex',
    (text) => tokens(text, /(?:[0-9a-fA-F]{2}){8,30000}/g, (token) => readable(Buffer.from(token, 'hex'))),
  ],
]

function* rewrite(
  text: string,
  pattern: RegExp,
  replace: (...groups: (string | undefined)[]) => string,
): Generator<Decoded> {
  const decoded = text.replace(pattern, (_whole: string, ...groups: unknown[]) =>
    replace(...groups.slice(0, -2).map((group) => (typeof group === 'string' ? group : undefined))),
  )
  if (decoded !== text) yield { token: null, decoded }
}

function* tokens(
  text: string,
  pattern: RegExp,
  decode: (token: string) => string | null,
): Generator<Decoded> {
  for (const [token] of text.matchAll(pattern)) {
    const decoded = decode(token)
    if (decoded !== null) yield { token, decoded }
  }
}

/**
 * Whole tokens, and such as start inside one with the code of `{"` (a cookie or cursor behind a prefix). A value inside
 * a longer token is found by the aligned forms (`forms.ts`).
 */
function* base64Tokens(text: string): Generator<Decoded> {
  for (const found of tokens(text, /[A-Za-z0-9+/_-]{12,60000}={0,2}/g, base64)) yield found
  for (const found of tokens(text, /(?<=[A-Za-z0-9+/_-])eyJ[A-Za-z0-9+/_-]{9,60000}={0,2}/g, base64))
    yield found
}

function base64(token: string): string | null {
  return readable(Buffer.from(token, 'base64'))
}

/** The bytes as text, inflated where they are compressed; null where they do not read as text. */
function readable(bytes: Buffer): string | null {
  return bytes.length < 6 ? null : (textIn(bytes) ?? inflated(bytes))
}

function textIn(bytes: Buffer): string | null {
  const text = bytes.toString('utf8')
  let odd = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0xfffd || code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd += 1
  }
  return odd * 8 <= text.length ? text : null
}

function inflated(bytes: Buffer): string | null {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const zlib = bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0)
  if (!gzip && !zlib) return null
  try {
    return textIn((gzip ? gunzipSync : inflateSync)(bytes, { maxOutputLength: maxInflated }))
  } catch {
    return null
  }
}

const named: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
  lowbar: '_',
  hyphen: '-',
  num: '#',
  equals: '=',
  colon: ':',
  sol: '/',
}

function fromCode(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix)
  return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
