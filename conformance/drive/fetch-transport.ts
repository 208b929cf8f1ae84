import type { Failure, Header } from '../transcript.ts'
import { decodeBody } from './decode-body.ts'
import type { Limits, Transport, WireRequest, WireResult } from './transport.ts'

/**
 * A transport over a fetch function, for a target in the same process. It sees what `Response` shows: no reason phrase
 * of a raw connection, no trailers, no bytes beside the message.
 */
export function createFetchTransport(
  fetch: (request: Request) => Promise<Response>,
  origin: string,
  limits: Limits,
): Transport {
  const base = origin.replace(/\/+$/, '')
  const send = async (request: WireRequest): Promise<WireResult> => {
    const startedAt = performance.now()
    const took = () => performance.now() - startedAt
    const controller = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const deadlineMs = Math.min(request.deadlineMs ?? limits.deadlineMs, limits.deadlineMs)
    const deadline = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), deadlineMs)
    })
    try {
      const answered = await Promise.race([answer(request, controller.signal), deadline])
      if (answered === 'late') {
        controller.abort()
        return failed({ kind: 'timeout', message: `no complete answer within ${deadlineMs} ms` }, took())
      }
      return { response: answered, failure: null, tookMs: took() }
    } catch (error) {
      return failed(
        { kind: 'reset', message: error instanceof Error ? error.message : String(error) },
        took(),
      )
    } finally {
      clearTimeout(timer)
    }
  }

  const answer = async (request: WireRequest, signal: AbortSignal) => {
    const bodyless = request.method === 'GET' || request.method === 'HEAD' || request.body === null
    const response = await fetch(
      new Request(`${base}${request.path}`, {
        method: request.method,
        headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-length') as [
          string,
          string,
        ][],
        redirect: 'manual',
        signal,
        ...(bodyless ? {} : { body: Buffer.from(request.body ?? []) }),
      }),
    )
    const { bytes, cut } = await readAll(response, limits.maxBodyBytes)
    const decoded = decodeBody(bytes, response.headers.get('content-encoding') ?? '', limits.maxBodyBytes)
    return {
      status: response.status,
      reason: response.statusText,
      headers: [...response.headers] as Header[],
      trailers: [],
      body: decoded.body.toString('utf8'),
      tapped: null,
      ...(cut || decoded.truncated ? { truncated: 'body' as const } : {}),
    }
  }

  return {
    send,
    race: (requests) => Promise.all(requests.map(send)),
    close: async () => {},
  }
}

function failed(failure: Failure, tookMs: number): WireResult {
  return { response: null, failure, tookMs }
}

async function readAll(response: Response, maxBytes: number): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.length
    if (size > maxBytes) return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), cut: true }
  }
  return { bytes: Buffer.concat(chunks), cut: false }
}
