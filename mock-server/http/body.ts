import { Refusal } from './answer.ts'
import type { Fields } from './fields.ts'
import { isFields } from './fields.ts'

/** Reads a body up to `limit` bytes; more is refused with 413, before anything is parsed. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > limit) throw new Refusal(413, 'payload_too_large')
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader: ReadableStreamDefaultReader<unknown> = request.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const bytes = toBytes(next.value)
    size += bytes.length
    if (size > limit) {
      await reader.cancel()
      throw new Refusal(413, 'payload_too_large')
    }
    chunks.push(bytes)
  }
  return concatenate(chunks, size)
}

/** A body as a JSON object. No body at all reads as an object without members; anything else is refused with 400. */
export function readFields(bytes: Uint8Array, parse: (text: string) => unknown): Fields {
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return {}
  const value = parse(text)
  if (!isFields(value)) throw new Refusal(400, 'invalid_request_body')
  return value
}

/** Parses JSON; malformed text is refused with 400. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'invalid_json')
  }
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new Refusal(400, 'invalid_request_body')
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
