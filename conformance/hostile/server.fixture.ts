import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on a free port of the loopback that keeps what it was sent. */
export interface Listening {
  readonly origin: string
  /** Every request so far: method and path, headers, body. */
  readonly received: readonly Received[]
  readonly close: () => Promise<void>
}

export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: readonly string[]
  readonly body: string
}

/** Gets the whole request before it answers. */
export type Answer = (
  request: Received,
  response: Parameters<RequestListener>[1],
  socket: Parameters<RequestListener>[0]['socket'],
) => void | Promise<void>

export async function listen(answer: Answer): Promise<Listening> {
  const received: Received[] = []
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    const chunks: Buffer[] = []
    // A client that has had enough hangs up: nothing to do here.
    response.on('error', () => {})
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.rawHeaders,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      received.push(request)
      void Promise.resolve(answer(request, response, incoming.socket)).catch(() => incoming.socket.destroy())
    })
  })
  server.on('connection', (socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Writes as fast as the client reads, until it hangs up. */
export function pour(
  socket: {
    destroyed: boolean
    write: (chunk: string) => boolean
    once: (event: 'drain', then: () => void) => unknown
  },
  chunk: string,
): void {
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', more)
  }
  more()
}

/** Writes one piece every `everyMs`, until the client hangs up. */
export function drip(
  socket: { destroyed: boolean; write: (chunk: string) => boolean },
  chunk: string,
  everyMs: number,
): void {
  const timer = setInterval(() => {
    if (socket.destroyed) clearInterval(timer)
    else socket.write(chunk)
  }, everyMs)
}
