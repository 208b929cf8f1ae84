import { markersIn, replaceMarkers } from '../markers.ts'
import { readableLine } from './exchange.ts'
import { plain } from './plain.ts'

/** Text as HTML text or as the value of a quoted attribute: nothing in it is markup. */
export function escapeHtml(text: string): string {
  return plain(text)
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** The same on one line. */
export const inline = (text: string): string => escapeHtml(readableLine(text))

/** The same, with the names of secrets set off from the text around them. */
export function withMarks(text: string): string {
  if (markersIn(text).length === 0) return escapeHtml(text)
  const names: string[] = []
  const held = replaceMarkers(text.replaceAll('\ue000', '\ufffd'), (marker) => {
    names.push(
      `secret ${marker.id}${marker.form === 'raw' || marker.form === 'shape' ? '' : ` as ${marker.form}`}`,
    )
    return '\ue000'
  })
  return escapeHtml(held)
    .split('\ue000')
    .map((piece, i) => (i === 0 ? piece : `<mark>${escapeHtml(names[i - 1] ?? '')}</mark>${piece}`))
    .join('')
}

/** A definition list of labels and texts. */
export function facts(kind: string, rows: readonly (readonly [label: string, html: string])[]): string {
  const items = rows.map(([label, html]) => `<dt>${escapeHtml(label)}</dt><dd>${html}</dd>`).join('\n')
  return `<dl${kind === '' ? '' : ` class="${kind}"`}>\n${items}\n</dl>`
}

/** A list of ready items; nothing for none. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}
