import { Readable } from 'node:stream'
import { Client, type Dispatcher } from 'undici'
import type { Failure, Header } from '../transcript.ts'
import { decodeBody } from './decode-body.ts'
import { raceGate, type Gate } from './race-gate.ts'
import type { Limits, RawResponse, Transport, WireRequest, WireResult } from './transport.ts'
import { tappedConnector, type WireTap } from './wire-tap.ts'

interface Connection {
  readonly client: Client
  readonly tap: () => WireTap | undefined
  used: boolean
  /** When its last answer was complete, by `performance.now()`. */
  idleSince: number
}

/** A write goes over a connection that has been idle for less than this, in milliseconds. */
const freshMs = 500

/**
 * A transport over undici, one exchange at a time on a connection, so that what a connection read belongs to one
 * exchange. Follows no redirect and keeps no cookie.
 */
export function createHttpTransport(target: URL, limits: Limits): Transport {
  const idle: Connection[] = []
  const open = new Set<Client>()
  const base = target.pathname.replace(/\/+$/, '')
  /** The target closes connections of its own accord: a write might meet that and be lost, or be done unanswered. */
  let closes = false

  const connect = (): Connection => {
    let tap: WireTap | undefined
    const client = new Client(target.origin, {
      connect: tappedConnector(
        (made) => (tap = made),
        limits.maxBodyBytes + limits.maxHeaderBytes,
        limits.deadlineMs,
      ),
      pipelining: 1,
      maxHeaderSize: limits.maxHeaderBytes,
      headersTimeout: 0,
      bodyTimeout: 0,
      // Well below the idle limits of common servers, so that a request rarely meets a closing connection.
      keepAliveTimeout: 1000,
      keepAliveMaxTimeout: 1000,
    })
    open.add(client)
    const connection = { client, tap: () => tap, used: false, idleSince: 0 }
    client.on('disconnect', () => {
      const position = idle.indexOf(connection)
      if (position < 0) return
      if (performance.now() - connection.idleSince < 900) closes = true
      idle.splice(position, 1)
      void discard(connection)
    })
    return connection
  }

  const discard = (connection: Connection): Promise<void> => {
    open.delete(connection.client)
    return connection.client.destroy()
  }

  const exchange = async (request: WireRequest, gate: Gate | null, fresh: boolean): Promise<WireResult> => {
    const reading = request.method === 'GET' || request.method === 'HEAD'
    const last = idle.at(-1)
    const stale = !reading && (closes || performance.now() - (last?.idleSince ?? 0) > freshMs)
    const connection = (fresh || stale ? undefined : idle.pop()) ?? connect()
    const reused = connection.used
    connection.used = true
    connection.tap()?.take()
    const result = await dispatch(connection, { ...request, path: `${base}${request.path}` }, gate, limits)
    if (result.failure === null) {
      connection.idleSince = performance.now()
      // Those of a race are not kept: a server closes without a word what goes beyond the idle ones that it allows.
      if (gate === null && (!closes || reading)) idle.push(connection)
      else await discard(connection)
    } else {
      await discard(connection)
      // The server closed an idle connection as we wrote. It may have read the request all the same, so that only a
      // reading one is sent again (RFC 9110, section 9.2.2).
      if (reused && result.failure.kind === 'reset') {
        closes = true
        if (reading && connection.tap()?.take().length === 0) return exchange(request, gate, true)
      }
    }
    return result
  }

  return {
    send: (request) => exchange(request, null, false),
    race: async (requests) => {
      const deadlines = requests.map(({ deadlineMs }) => deadlineMs ?? limits.deadlineMs)
      const gate = raceGate(requests.length, Math.min(limits.deadlineMs, ...deadlines))
      return Promise.all(requests.map((request) => exchange(request, gate, true)))
    },
    close: async () => {
      await Promise.all([...open].map((client) => client.destroy()))
    },
  }
}

function dispatch(
  connection: Connection,
  request: WireRequest,
  gate: Gate | null,
  limits: Limits,
): Promise<WireResult> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    let head: { status: number; reason: string; headers: Header[] } | undefined
    let interim = 0
    let size = 0
    let truncated: RawResponse['truncated']
    const chunks: Buffer[] = []
    let abort: ((error: Error) => void) | undefined
    let settled = false

    const settle = (failure: Failure | null, trailers: Header[]) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      const tapped = connection.tap()?.take()
      const response =
        head === undefined ? null : finish(head, Buffer.concat(chunks), trailers, truncated, tapped, limits)
      // What arrived before a cap or a deadline still counts as seen, but an unfinished answer is no answer.
      resolve({
        response: failure === null || truncated !== undefined ? response : null,
        failure: truncated === undefined ? failure : null,
        tookMs: performance.now() - startedAt,
      })
      if (failure !== null) abort?.(new Error(failure.message))
    }
    const deadlineMs = Math.min(request.deadlineMs ?? limits.deadlineMs, limits.deadlineMs)
    const timer = setTimeout(() => {
      settle({ kind: 'timeout', message: `no complete answer within ${deadlineMs} ms` }, [])
    }, deadlineMs)

    const handler: Dispatcher.DispatchHandler = {
      onConnect: (stop) => {
        abort = stop
        if (settled) stop(new Error('settled before the connection was ready'))
      },
      onHeaders: (status, rawHeaders, _resume, reason) => {
        if (status < 200) {
          interim += 1
          if (interim > limits.maxInterimResponses)
            settle(
              { kind: 'protocol', message: `more than ${limits.maxInterimResponses} interim answers` },
              [],
            )
          return true
        }
        head = { status, reason, headers: pairs(rawHeaders) }
        return true
      },
      onData: (chunk) => {
        size += chunk.length
        if (size > limits.maxBodyBytes) {
          truncated = 'body'
          settle({ kind: 'too-large', message: `a body over ${limits.maxBodyBytes} bytes` }, [])
          return false
        }
        chunks.push(Buffer.from(chunk))
        return true
      },
      onComplete: (trailers) => settle(null, pairs(trailers ?? [])),
      onError: (error) => settle(failureOf(error), []),
    }
    try {
      connection.client.dispatch(
        {
          path: request.path,
          method: request.method,
          headers: request.headers.flatMap(([name, value]) => [name, value]),
          body:
            gate === null
              ? request.body
              : Readable.from(gate.body(request.body ?? new Uint8Array()), { objectMode: false }),
        },
        handler,
      )
    } catch (error) {
      settle(failureOf(error), [])
    }
  })
}

/** Headers past these are searched in the bytes of the connection alone. */
const mostHeaders = 2000

function finish(
  head: { status: number; reason: string; headers: Header[] },
  bytes: Buffer,
  trailers: Header[],
  truncated: RawResponse['truncated'],
  tapped: Buffer | undefined,
  limits: Limits,
): RawResponse {
  const coding = head.headers.flatMap(([name, value]) =>
    name.toLowerCase() === 'content-encoding' ? [value] : [],
  )
  const decoded = decodeBody(bytes, coding.join(','), limits.maxBodyBytes)
  const cut =
    truncated ?? (decoded.truncated ? 'body' : head.headers.length > mostHeaders ? 'headers' : undefined)
  return {
    ...head,
    headers: head.headers.slice(0, mostHeaders),
    trailers,
    body: decoded.body.toString('utf8'),
    tapped: tapped?.toString('latin1') ?? null,
    ...(cut === undefined ? {} : { truncated: cut }),
  }
}

function pairs(raw: readonly (Buffer | string)[]): Header[] {
  const headers: Header[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) headers.push([text(raw[i]), text(raw[i + 1])])
  return headers
}

function text(part: Buffer | string | undefined): string {
  return typeof part === 'string' ? part : (part?.toString('latin1') ?? '')
}

const refusals = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'EADDRNOTAVAIL',
])
const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED', 'UND_ERR_DESTROYED'])

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  if (refusals.has(code)) return { kind: 'refused', message: code }
  if (resets.has(code))
    return { kind: 'reset', message: 'the connection was closed before the answer was complete' }
  if (code === 'UND_ERR_CONNECT_TIMEOUT')
    return { kind: 'timeout', message: 'no connection within the deadline' }
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return { kind: 'too-large', message: 'headers over the limit' }
  if (code.startsWith('HPE_')) return { kind: 'protocol', message: `not HTTP: ${code}` }
  return { kind: 'other', message: code === '' ? message.slice(0, 200) : code }
}
