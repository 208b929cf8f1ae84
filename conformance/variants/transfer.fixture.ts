import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { answerWith, withHeaders, type Variant } from './variant.fixture.ts'

/** How an answer travels. */
export const transfer: readonly Variant[] = [
  {
    id: 'compressed',
    title: 'answers come as brotli or gzip unless that is refused',
    wrap: (fetch) => async (request) => {
      const accepted = request.headers.get('accept-encoding') ?? 'gzip'
      const response = await fetch(request)
      const bytes = Buffer.from(await response.arrayBuffer())
      if (bytes.length === 0) return answerWith(response, null)
      const vary = { vary: 'accept-encoding' }
      if (/\bbr\b/.test(accepted))
        return answerWith(response, brotliCompressSync(bytes), { 'content-encoding': 'br', ...vary })
      if (/\bgzip\b/.test(accepted))
        return answerWith(response, gzipSync(bytes), { 'content-encoding': 'gzip', ...vary })
      return answerWith(response, bytes)
    },
  },
  {
    id: 'chunked-and-closed',
    title: 'bodies come in small chunks, and each connection is closed after its answer',
    http: true,
    wrap: (fetch) => async (request) => {
      const response = await fetch(request)
      const bytes = Buffer.from(await response.arrayBuffer())
      const body = bytes.length === 0 ? null : inChunks(bytes, 97)
      return withHeaders(answerWith(response, body), { connection: 'close' })
    },
  },
  {
    id: 'slow',
    title: 'each answer takes its time, and not always the same',
    wrap: (fetch) => async (request) => {
      await sleep(Math.random() * 3)
      return fetch(request)
    },
  },
  {
    id: 'rate-limited',
    title: 'now and then 429 with Retry-After',
    wrap: (fetch) => {
      let asked = 0
      return async (request) => {
        asked += 1
        if (asked % 37 !== 0) return fetch(request)
        return Response.json(
          { ok: false, code: 'rate_limited' },
          { status: 429, headers: { 'retry-after': '0' } },
        )
      }
    },
  },
]

function inChunks(bytes: Buffer, size: number): ReadableStream<Uint8Array> {
  let from = 0
  return new ReadableStream({
    pull: (controller) => {
      if (from >= bytes.length) controller.close()
      else controller.enqueue(bytes.subarray(from, (from += size)))
    },
  })
}
