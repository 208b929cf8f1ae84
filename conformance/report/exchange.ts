import { replaceMarkers, type Marker } from '../markers.ts'
import type { Exchange, Header } from '../transcript.ts'
import { cut, oneLine, plain } from './plain.ts'

/** How much of an exchange a report prints; the transcript has it whole. */
const most = { headers: 40, headerValue: 300, body: 4000 }

/** An exchange as two messages, bounded, harmless to print. */
export interface ShownExchange {
  readonly request: string
  readonly response: string
}

/** With secrets named in words, for reports that are text. */
export function showExchange(exchange: Exchange): ShownExchange {
  const { request, response } = messagesOf(exchange)
  return { request: readable(request), response: readable(response) }
}

/** With the markers of secrets as they stand in the transcript. */
export function messagesOf(exchange: Exchange): ShownExchange {
  const { request, response, failure } = exchange
  return {
    request: message(`${request.method} ${request.path}`, request.headers, request.body ?? ''),
    response:
      response === null
        ? `no answer: ${failure === undefined ? 'unknown' : oneLine(`${failure.kind}, ${failure.message}`)}`
        : message(`${response.status} ${response.reason}`.trim(), response.headers, response.body),
  }
}

function message(start: string, headers: readonly Header[], body: string): string {
  const shown = headers
    .slice(0, most.headers)
    .map(([name, value]) => oneLine(`${name}: ${cut(value, most.headerValue)}`))
  const more = headers.length > most.headers ? [`… and ${headers.length - most.headers} more headers`] : []
  const content = body === '' ? [] : ['', plain(cut(indented(body), most.body))]
  return [oneLine(cut(start, most.headerValue)), ...shown, ...more, ...content].join('\n')
}

/** JSON is easier to read with a member a line; the tokens stay as they came. Anything else stays whole. */
function indented(body: string): string {
  if (body.length > 50_000) return body
  try {
    JSON.parse(body)
  } catch {
    return body
  }
  let depth = 0
  const line = () => `\n${'  '.repeat(Math.min(depth, 12))}`
  return body.replace(/"(?:[^"\\]|\\.)*"|[{[]\s*[}\]]|[{}[\],:]|\s+/g, (token) => {
    if (token === '{' || token === '[') return ((depth += 1), `${token}${line()}`)
    if (token === '}' || token === ']') return ((depth -= 1), `${line()}${token}`)
    if (token === ',') return `,${line()}`
    if (token === ':') return ': '
    return token.trim() === '' ? '' : token
  })
}

/** A sealed text with each marker as words: which secret stood there, and how it was written. */
export function readable(text: string): string {
  return replaceMarkers(text, nameOf)
}

/** The same on one line, harmless to print. */
export const readableLine = (text: string): string => oneLine(readable(text))

function nameOf({ id, form }: Marker): string {
  return form === 'raw' || form === 'shape' ? `[secret ${id}]` : `[secret ${id} as ${form}]`
}
