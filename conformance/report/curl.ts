import { replaceMarkers, type Marker } from '../markers.ts'
import type { Exchange, TranscriptHeader } from '../transcript.ts'
import { plain } from './plain.ts'

const dull = new Set(['content-length', 'accept'])

/**
 * A shell line that sends the exchange again, to `$TARGET`. Secrets are `$VARIABLES`: the reader sets them, e.g. to a
 * fresh buyer email. Everything else is quoted, whatever it holds.
 */
export function curlLine(exchange: Exchange, header: Pick<TranscriptHeader, 'target'>): string {
  const { method, path, headers, body } = exchange.request
  const parts = [`TARGET=${quote(header.target.replace(/\/+$/, ''))}; curl -sS -i`]
  if (method !== 'GET' && !(method === 'POST' && body !== null))
    parts.push(method === 'HEAD' ? '-I' : `-X ${quote(method)}`)
  parts.push(`"$TARGET${quote(path).slice(1)}`)
  for (const [name, value] of headers)
    if (!dull.has(name.toLowerCase())) parts.push(`-H ${quote(`${name}: ${value}`)}`)
  if (body !== null) parts.push(`--data-binary ${quote(cut(body))}`)
  return plain(parts.join(' '))
}

function cut(body: string): string {
  return body.length <= 4000 ? body : `${body.slice(0, 4000)}…`
}

/** Double-quoted for a POSIX shell, with each marker as a variable. */
function quote(text: string): string {
  const variables: string[] = []
  const held = replaceMarkers(text, (marker) => `\u0001${variables.push(variableOf(marker)) - 1}\u0001`)
  // A line feed of the text must not begin a line of the report.
  const escaped = held.replace(/[\\"$`]/g, '\\$&').replaceAll('\n', () => `"$'\\n'"`)
  // eslint-disable-next-line no-control-regex -- the placeholder set above
  return `"${escaped.replace(/\u0001(\d+)\u0001/g, (_all, i: string) => `$${variables[Number(i)] ?? ''}`)}"`
}

function variableOf({ id, form }: Marker): string {
  const suffix = form === 'raw' || form === 'shape' ? '' : `_${form}`
  return `${id}${suffix}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
}
