const maxDepth = 4
const maxTokens = 2000

/** A text found inside another by undoing a coding. */
export interface Layer {
  /** The codings undone, outermost first, e.g. `percent+base64`; empty for the text itself. */
  readonly via: string
  readonly text: string
  /** The part of the original text that holds this layer; null where it cannot be told. */
  readonly within: string | null
}

/**
 * The text and everything that comes out of it by undoing JSON and JavaScript escapes, percent coding, HTML entities,
 * base64 (both alphabets), hex and quoted-printable, nested up to four deep. Bounded: a text with thousands of tokens
 * is looked into for the first ones only.
 */
export function layersOf(text: string): Layer[] {
  const layers: Layer[] = [{ via: '', text, within: null }]
  const seen = new Set([text])
  let budget = maxTokens
  const explore = (layer: Layer, depth: number) => {
    if (depth === 0) return
    for (const [name, decode] of codings) {
      for (const { token, decoded } of decode(layer.text)) {
        if (budget-- <= 0) return
        if (seen.has(decoded)) continue
        seen.add(decoded)
        const inner = {
          via: layer.via === '' ? name : `${layer.via}+${name}`,
          text: decoded,
          within: layer.within ?? token,
        }
        layers.push(inner)
        explore(inner, depth - 1)
      }
    }
  }
  explore(layers[0] as Layer, maxDepth)
  return layers
}

interface Decoded {
  /** The coded token, or null where the whole text was rewritten. */
  readonly token: string | null
  readonly decoded: string
}

const codings: readonly (readonly [name: string, decode: (text: string) => Iterable<Decoded>])[] = [
  [
    'escape',
    (text) => rewrite(text, /\\u\{?([0-9a-fA-F]{2,6})\}?|\\x([0-9a-fA-F]{2})|\\([/"'\\])/g, unescape),
  ],
  ['percent', (text) => rewritePercent(text)],
  [
    'entity',
    (text) =>
      rewrite(
        text,
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|commat|period|lowbar|hyphen));/g,
        entity,
      ),
  ],
  ['quoted-printable', (text) => rewrite(text, /=([0-9A-F]{2})/g, (hex = '') => fromCode(hex, 16))],
  ['base64', (text) => tokens(text, /[A-Za-z0-9+/_-]{16,}={0,2}/g, base64)],
  ['hex', (text) => tokens(text, /(?:[0-9a-fA-F]{2}){8,}/g, (token) => printable(Buffer.from(token, 'hex')))],
]

function* rewrite(
  text: string,
  pattern: RegExp,
  replace: (...groups: (string | undefined)[]) => string,
): Generator<Decoded> {
  if (!pattern.test(text)) return
  pattern.lastIndex = 0
  const decoded = text.replace(pattern, (_whole: string, ...groups: unknown[]) =>
    replace(...groups.map((group) => (typeof group === 'string' ? group : undefined))),
  )
  if (decoded !== text) yield { token: null, decoded }
}

function* rewritePercent(text: string): Generator<Decoded> {
  const decoded = text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
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

/** The text of a whole token; a value inside a longer token is found by the aligned forms (`forms.ts`). */
function base64(token: string): string | null {
  const text = Buffer.from(token, 'base64')
  return printable(text)
}

/** The decoded text, where it looks like text at all: random bytes are not worth a further search. */
function printable(bytes: Buffer): string | null {
  let odd = 0
  for (const byte of bytes)
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) odd += 1
  return bytes.length >= 6 && odd * 5 <= bytes.length ? bytes.toString('utf8') : null
}

function unescape(unicode?: string, hex?: string, literal?: string): string {
  return literal ?? fromCode(unicode ?? hex ?? '', 16)
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
}

function entity(decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name] ?? ''
  return decimal === undefined ? fromCode(hex ?? '', 16) : fromCode(decimal, 10)
}

function fromCode(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix)
  return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
