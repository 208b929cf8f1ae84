import { writeMarker } from '../markers.ts'
import type { Header, ReceivedResponse, SentRequest } from '../transcript.ts'
import type { Canaries } from './canaries.ts'
import { layersOf } from './layers.ts'
import type { Hit, SecretIndex } from './secret-index.ts'
import type { RawResponse } from './transport.ts'

/** Replaces every secret by its marker. What leaves this module may be written down. */
export interface Sealer {
  readonly text: (text: string) => string
  readonly request: (request: SentRequest) => SentRequest
  readonly response: (response: RawResponse) => ReceivedResponse
}

/**
 * Ids as Stripe makes them: a known prefix with no word character before it, then 14 or more alphanumerics with a digit
 * and an upper-case letter among them. Looser patterns would take slugs and class names for ids.
 */
const stripeShape =
  /(?<![A-Za-z0-9_])((?:cs|pi|ch|py|pm|cus|evt|price|prod|acct|sub|si|seti|in|ii|il|re|pyr|txn|po|tr|card|src|tok|ba|req|cn|dp|du|fee|link|mandate|plink|promo|qt|sub_sched|tax|we|whsec|sk|rk|pk|ek)(?:_(?:test|live))?)_((?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Z])[A-Za-z0-9]{14,})/g

export function createSealer(index: SecretIndex, canaries: Canaries): Sealer {
  const shapes = new Map<string, string>()
  const shapeMarker = (prefix: string, value: string, form: string): string => {
    const kind = `stripe:${prefix.replaceAll('_', '-')}`
    let id = shapes.get(value)
    if (id === undefined) shapes.set(value, (id = `${kind}#${shapes.size + 1}`))
    return writeMarker({ kind, id, form, digest: canaries.digestOf(value) })
  }
  const markerOf = (hit: Hit, via: string): string =>
    writeMarker({
      kind: hit.secret.kind,
      id: hit.secret.id,
      form: via === '' ? hit.form : `${via}+${hit.form}`,
      digest: canaries.digestOf(hit.secret.value),
    })
  const direct = (text: string): string => {
    let sealed = ''
    let at = 0
    for (const hit of index.search(text)) {
      sealed += text.slice(at, hit.start) + markerOf(hit, '')
      at = hit.end
    }
    sealed += text.slice(at)
    return sealed.replace(stripeShape, (value, prefix: string) => shapeMarker(prefix, value, 'shape'))
  }

  /** Seals a text; secrets that only a decoding shows, and that cannot be located, are given to `loose`. */
  const seal = (text: string, loose: (marker: string) => void): string => {
    let sealed = direct(text)
    for (const layer of layersOf(sealed).slice(1)) {
      const markers = [
        ...index
          .search(layer.text)
          .map((hit) => ({ marker: markerOf(hit, layer.via), value: hit.secret.value })),
        ...[...layer.text.matchAll(stripeShape)].map(([value, prefix = '']) => ({
          marker: shapeMarker(prefix, value, `${layer.via}+shape`),
          value,
        })),
      ]
      for (const { marker, value } of markers) {
        const located = layer.within === null ? codedPattern(value) : undefined
        const replaced =
          layer.within !== null
            ? sealed.replace(layer.within, marker)
            : located === undefined
              ? sealed
              : sealed.replace(located, marker)
        if (replaced === sealed && !sealed.includes(marker)) loose(marker)
        sealed = replaced
      }
    }
    return sealed
  }

  const text = (value: string): string => {
    const loose: string[] = []
    const sealed = seal(value, (marker) => loose.push(marker))
    return loose.length === 0 ? sealed : `${sealed}${loose.join('')}`
  }
  const sealHeaders = (headers: readonly Header[]): Header[] =>
    headers.map(([name, value]) => [text(name), text(value)])
  return {
    text,
    request: (request) => ({
      method: request.method,
      path: direct(request.path),
      headers: request.headers.map(([name, value]) => [name, direct(value)]),
      body: request.body === null ? null : direct(request.body),
    }),
    response: ({ tapped, ...response }) => {
      const loose = new Set<string>()
      const body = seal(response.body, (marker) => loose.add(marker))
      const sealed = {
        ...response,
        reason: text(response.reason),
        headers: sealHeaders(response.headers),
        trailers: sealHeaders(response.trailers),
        body,
      }
      return { ...sealed, wire: [...loose, ...hiddenOnTheWire(tapped, sealed, direct)] }
    },
  }
}

/** Markers that the raw bytes hold and no parsed part of the answer does: chunk extensions, dropped or interim headers. */
function hiddenOnTheWire(
  tapped: string | null,
  response: Omit<ReceivedResponse, 'wire'>,
  direct: (text: string) => string,
): string[] {
  if (tapped === null) return []
  const parsed = JSON.stringify([response.reason, response.headers, response.trailers, response.body])
  const markers = direct(tapped).match(/⟦[^⟧]*⟧/g) ?? []
  return [...new Set(markers)].filter((marker) => !parsed.includes(digestPart(marker)))
}

function digestPart(marker: string): string {
  return marker.slice(-9)
}

/** Matches a value of which any character may be escaped, percent-coded (once or twice) or an entity. */
function codedPattern(value: string): RegExp {
  const characters = [...value].map((character) => {
    const code = character.codePointAt(0) ?? 0
    const hex = code.toString(16).padStart(2, '0')
    const anyCase = [...hex]
      .map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit))
      .join('')
    const literal = /[A-Za-z0-9]/.test(character) ? character : `\\u{${hex}}`
    return `(?:${literal}|\\\\u\\{?0*${anyCase}\\}?|\\\\x${anyCase}|%(?:25)*${anyCase}|&#0*${code};|&#[xX]0*${anyCase};|=${anyCase})`
  })
  return new RegExp(characters.join(''), 'u')
}
