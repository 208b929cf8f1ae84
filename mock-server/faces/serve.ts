import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { FetchFunction } from './fetch-function.ts'
import { isLoopback, rememberLoopbackServer } from './loopback.ts'
import { writeRawResponse } from './raw-response.ts'
import { responseOrFailure, wireEffectsOf } from './wire-effects.ts'

export interface ServeOptions {
  /** Loopback unless told otherwise. */
  readonly host?: string
  /** 0 takes any free port. */
  readonly port?: number
}

/** A server that runs, and the way to end it. */
export interface RunningServer {
  /** For example `http://127.0.0.1:4010`, without a slash at the end. */
  readonly origin: string
  readonly port: number
  /** Ends the server and every connection to it. A second call does nothing more. */
  close(this: void): Promise<void>
}

const limits = { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 30_000 }

/**
 * Serves an app over `node:http`. Where the app throws a NetworkFailure or answers `Response.error()`, the socket is
 * destroyed. Rejects when the address cannot be taken.
 */
export async function serve(fetch: FetchFunction, options: ServeOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port = 0 } = options
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      if (!(incoming instanceof IncomingMessage && outgoing instanceof ServerResponse)) {
        return new Response(null, { status: 505 })
      }
      if (isLoopback(host)) rememberLoopbackServer(request)
      return answer(fetch, request, incoming, outgoing)
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer(limits, (incoming, outgoing) => void listener(incoming, outgoing))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the server has no TCP address')
  let closed: Promise<void> | undefined
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close: () => {
      closed ??= new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      })
      return closed
    },
  }
}

async function answer(
  fetch: FetchFunction,
  request: Request,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Response> {
  const { socket } = incoming
  const response = await responseOrFailure(() => fetch(request))
  if (response === undefined) {
    socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
  const effects = wireEffectsOf(response)
  if (effects === undefined) return sentAsIs(response, outgoing)
  outgoing.detachSocket(socket)
  await writeRawResponse(socket, response, effects, incoming.method ?? 'GET')
  return RESPONSE_ALREADY_SENT
}

/** The adaptor gives a body without a content type one of its own; a face adds nothing, so it writes these itself. */
async function sentAsIs(response: Response, outgoing: ServerResponse): Promise<Response> {
  if (response.body === null || response.headers.has('content-type')) return response
  outgoing.writeHead(response.status, [...response.headers].flat())
  await pipeline(Readable.fromWeb(response.body), outgoing).catch(() => outgoing.destroy())
  return RESPONSE_ALREADY_SENT
}
