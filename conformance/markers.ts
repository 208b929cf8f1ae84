/**
 * A marker stands in a transcript where a secret stood on the wire: `⟦kind#index:form:digest⟧`. It holds no character
 * that JSON or HTML must escape, so a sealed body parses as the body did. The digest is keyed per run, so a target
 * cannot forge one.
 */
export interface Marker {
  /** The canary's kind, or `stripe:<kind>` for an id found by its shape. */
  readonly kind: string
  /** `kind#index` of the canary. */
  readonly id: string
  /** How it was written: `raw`, `base64`, `sha256-hex`, … */
  readonly form: string
  readonly digest: string
}

const pattern = /⟦([a-z][a-z0-9:-]*)#(\d+):([a-z0-9.+-]+):([0-9a-f]{8})⟧/g

export function writeMarker(marker: Marker): string {
  return `⟦${marker.id}:${marker.form}:${marker.digest}⟧`
}

/** Every marker in a sealed text, in order. */
export function markersIn(text: string): Marker[] {
  if (!text.includes('⟦')) return []
  return [...text.matchAll(pattern)].map(([, kind = '', index = '', form = '', digest = '']) => ({
    kind,
    id: `${kind}#${index}`,
    form,
    digest,
  }))
}

/** Every marker in a sealed text as it stands there, in order. */
export function markerTextsIn(text: string): string[] {
  return text.match(pattern) ?? []
}

/** The sealed text with each marker replaced, e.g. by the name of a shell variable. */
export function replaceMarkers(text: string, replace: (marker: Marker) => string): string {
  return text.replace(pattern, (whole) => {
    const [marker] = markersIn(whole)
    return marker === undefined ? whole : replace(marker)
  })
}
