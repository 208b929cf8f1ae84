import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { availableBody } from './available-body.ts'
import type { WireEffects } from './wire-effects.ts'

/**
 * Writes one HTTP/1.1 response by hand, with what `ServerResponse` does not let through, and ends the connection.
 * The body goes chunked when there are trailers or a chunk extension, else with its length.
 */
export async function writeRawResponse(
  socket: Socket,
  response: Response,
  effects: WireEffects,
  method: string,
): Promise<void> {
  const { body } = await availableBody(response)
  const chunked = effects.trailers !== undefined || effects.chunkExtension !== undefined
  const reason = effects.reasonPhrase ?? (response.statusText || STATUS_CODES[response.status]) ?? ''
  const framing = ['content-length', 'transfer-encoding', 'connection']
  const headers = [
    ...[...response.headers].filter(([name]) => !framing.includes(name)),
    ...(effects.extraHeaders ?? []),
    ...(effects.trailers === undefined
      ? []
      : [['trailer', Object.keys(effects.trailers).join(', ')] as const]),
    chunked
      ? (['transfer-encoding', 'chunked'] as const)
      : (['content-length', String(effects.promisedLength ?? body.length)] as const),
    ['connection', 'close'] as const,
  ]
  socket.write(`HTTP/1.1 ${response.status} ${clean(reason)}\r\n${fields(headers)}\r\n`)
  if (method === 'HEAD' || response.status === 204 || response.status === 304) {
    socket.end()
    return
  }
  if (effects.cutAfterBytes !== undefined) {
    socket.write(framed(body, chunked, effects).subarray(0, prefixLength(body, chunked, effects)), () => {
      socket.destroy()
    })
    return
  }
  socket.end(framed(body, chunked, effects))
}

function framed(body: Buffer, chunked: boolean, effects: WireEffects): Buffer {
  if (!chunked) return body
  const last = `0\r\n${fields(Object.entries(effects.trailers ?? {}))}\r\n`
  if (body.length === 0) return Buffer.from(last)
  return Buffer.concat([chunkHead(body, effects), body, Buffer.from(`\r\n${last}`)])
}

function chunkHead(body: Buffer, { chunkExtension }: WireEffects): Buffer {
  const extension = chunkExtension === undefined ? '' : `;${clean(chunkExtension)}`
  return Buffer.from(`${body.length.toString(16)}${extension}\r\n`)
}

function prefixLength(body: Buffer, chunked: boolean, effects: WireEffects): number {
  const head = chunked && body.length > 0 ? chunkHead(body, effects).length : 0
  return head + Math.min(effects.cutAfterBytes ?? 0, body.length)
}

function fields(headers: readonly (readonly [string, string])[]): string {
  return headers.map(([name, value]) => `${clean(name)}: ${clean(value)}\r\n`).join('')
}

/** A line break in a value would start another field. */
function clean(text: string): string {
  return text.replace(/[\r\n\0]+/g, ' ')
}
