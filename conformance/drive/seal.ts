import { isObject, parseJson } from '../judge/look.ts'
import { writeMarker } from '../markers.ts'
import type { Header, Json, JsonObject, ReceivedResponse, SentRequest } from '../transcript.ts'
import type { Canaries } from './canaries.ts'
import { codedPattern } from './coded-pattern.ts'
import { layersOf } from './layers.ts'
import type { SecretIndex } from './secret-index.ts'
import { stripeIdsIn } from './stripe-shape.ts'
import type { RawResponse } from './transport.ts'

/** Replaces every secret by its marker. What leaves this module may be written down. */
export interface Sealer {
  readonly text: (text: string) => string
  /** Seals every text within a JSON object: what the driver knows is written as what the target says. */
  readonly json: (value: JsonObject) => JsonObject
  readonly request: (request: SentRequest) => SentRequest
  readonly response: (response: RawResponse) => ReceivedResponse
}

interface Find {
  readonly marker: string
  readonly start: number
  readonly end: number
}

/** Above this, the bytes of a connection are searched as they are and no coding in them is undone. */
const maxTappedLayers = 64 * 1024

/** `published` is text that the contract makes public, e.g. the seed: an id in it may look like Stripe's and is no secret. */
export function createSealer(
  index: SecretIndex,
  canaries: Pick<Canaries, 'digestOf'>,
  published = '',
): Sealer {
  const shapes = new Map<string, string>()
  const isPublished = (value: string) => published.includes(value)
  const shapeMarker = (prefix: string, value: string, form: string): string => {
    const kind = `stripe:${prefix.replaceAll('_', '-')}`
    let id = shapes.get(value)
    if (id === undefined) shapes.set(value, (id = `${kind}#${shapes.size + 1}`))
    return writeMarker({ kind, id, form, digest: canaries.digestOf(value) })
  }
  const findAll = (text: string, via: string): Find[] => {
    const within = (form: string) => (via === '' ? form : `${via}+${form}`)
    const hits = index.search(text).map(({ secret, form, start, end }) => {
      const { kind, id, value } = secret
      return {
        marker: writeMarker({ kind, id, form: within(form), digest: canaries.digestOf(value) }),
        start,
        end,
      }
    })
    const shaped = stripeIdsIn(text, isPublished)
      .filter(({ start, end }) => hits.every((hit) => hit.end <= start || hit.start >= end))
      .map(({ prefix, value, start, end }) => ({
        marker: shapeMarker(prefix, value, within('shape')),
        start,
        end,
      }))
    return [...hits, ...shaped].sort((a, b) => a.start - b.start)
  }
  const direct = (text: string): string => {
    let sealed = ''
    let at = 0
    for (const { marker, start, end } of findAll(text, '')) {
      sealed += text.slice(at, start) + marker
      at = end
    }
    return sealed + text.slice(at)
  }

  /** Seals a text; the marker of a secret that only a decoding shows, and that cannot be located, is given to `loose`. */
  const seal = (text: string, loose: (marker: string) => void): string => {
    let sealed = direct(unforged(text))
    // A token may hold several secrets: the markers of the later ones join that of the first.
    const standIns = new Map<string, string>()
    for (const layer of layersOf(sealed).slice(1)) {
      for (const { marker, start, end } of findAll(layer.text, layer.via)) {
        const place = layer.within ?? layer.text.slice(start, end)
        const standIn = standIns.get(place)
        const replaced =
          standIn !== undefined
            ? isSealed(standIn, marker)
              ? sealed
              : sealed.replaceAll(standIn, standIn + marker)
            : layer.within !== null && !layer.coded
              ? sealed.replaceAll(place, marker)
              : sealed.replace(codedPattern(place) ?? place, marker)
        if (replaced === sealed && !isSealed(sealed, marker)) loose(marker)
        else if (layer.within !== null) standIns.set(place, (standIn ?? '') + marker)
        sealed = replaced
      }
    }
    return sealed
  }

  const text = (value: string): string => {
    const loose: string[] = []
    const sealed = seal(value, (marker) => loose.push(marker))
    if (loose.length === 0) return sealed
    // What cannot be located in a short text is not written down at all; JSON stays JSON.
    return parseJson(value) === undefined ? loose.join('') : JSON.stringify(loose.join(''))
  }
  /** A header whose value, or the end of it after a scheme or a name, is a secret too short for the search. */
  const withoutShort = (header: string): string => {
    const found = index.short().find(({ value }) => value !== '' && endsWithWhole(header, value))
    if (found === undefined) return header
    const { kind, id, value } = found
    return `${header.slice(0, -value.length)}${writeMarker({ kind, id, form: 'raw', digest: canaries.digestOf(value) })}`
  }
  const sealJson = (value: Json): Json => {
    if (typeof value === 'string') return direct(value)
    if (Array.isArray(value)) return value.map(sealJson)
    return isObject(value) ? sealMembers(value) : value
  }
  const sealMembers = (value: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sealJson(inner)]))
  const sealHeaders = (headers: readonly Header[]): Header[] =>
    headers.map(([name, value]) => [text(name), text(value)])
  return {
    text,
    json: sealMembers,
    request: (request) => ({
      method: request.method,
      path: direct(request.path),
      headers: request.headers.map(([name, value]) => [name, direct(withoutShort(value))]),
      body: request.body === null ? null : direct(request.body),
    }),
    response: ({ tapped, ...response }) => {
      const loose = new Set<string>()
      const sealed = {
        ...response,
        reason: text(response.reason),
        headers: sealHeaders(response.headers),
        trailers: sealHeaders(response.trailers),
        body: seal(response.body, (marker) => loose.add(marker)),
      }
      const hidden = tapped === null ? [] : hiddenOnTheWire(tapped, sealed)
      return { ...sealed, wire: [...loose, ...hidden] }
    },
  }

  /** Markers that the raw bytes hold and no parsed part of the answer does: chunk extensions, dropped or interim headers. */
  function hiddenOnTheWire(tapped: string, response: Omit<ReceivedResponse, 'wire'>): string[] {
    const parsed = JSON.stringify([response.reason, response.headers, response.trailers, response.body])
    const markers = new Set<string>()
    const layers = tapped.length <= maxTappedLayers ? layersOf(tapped) : [{ text: tapped, via: '' }]
    for (const layer of layers)
      for (const { marker } of findAll(layer.text, layer.via))
        if (!parsed.includes(digestPart(marker))) markers.add(marker)
    return [...markers]
  }
}

/** A marker that the target wrote is none: its bracket is exchanged for another, also where JSON escapes it. */
function unforged(text: string): string {
  return text.replace(/⟦/g, '〚').replace(/\\u27e6/gi, '\\u301a')
}

/** The same secret found by another way round is no further secret. */
function isSealed(text: string, marker: string): boolean {
  const id = marker.slice(0, marker.indexOf(':', marker.indexOf('#')) + 1)
  return text.includes(id) && text.includes(digestPart(marker))
}

function digestPart(marker: string): string {
  return marker.slice(-9)
}

function endsWithWhole(text: string, end: string): boolean {
  return text === end || text.endsWith(` ${end}`) || text.endsWith(`=${end}`)
}
