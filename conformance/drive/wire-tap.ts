import type { Socket } from 'node:net'
import { buildConnector } from 'undici'

/** Every byte of a connection since the last `take`, as a client's parser never shows it. */
export interface WireTap {
  readonly take: () => Buffer
}

/**
 * A connector whose sockets tell what they read. A parser drops chunk extensions, interim answers and headers past its
 * limits; a leak may sit in any of them. The tap stands at the stream's `push`, so TLS sockets give decrypted bytes.
 */
export function tappedConnector(
  onTap: (tap: WireTap) => void,
  maxBytes: number,
  timeoutMs: number,
): buildConnector.connector {
  const connect = buildConnector({ timeout: timeoutMs, allowH2: false })
  return (options, callback) => {
    connect(options, (...args) => {
      const [, socket] = args
      if (socket != null) {
        // A last byte that is held back must leave at once, whether or not what went before has been acknowledged.
        socket.setNoDelay(true)
        onTap(tapSocket(socket, maxBytes))
      }
      callback(...args)
    })
  }
}

function tapSocket(socket: Socket, maxBytes: number): WireTap {
  let chunks: Buffer[] = []
  let kept = 0
  const push = socket.push.bind(socket)
  socket.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk) && kept < maxBytes) {
      chunks.push(Buffer.from(chunk.subarray(0, maxBytes - kept)))
      kept += chunk.length
    }
    return push(chunk, encoding)
  }
  return {
    take: () => {
      const taken = Buffer.concat(chunks)
      chunks = []
      kept = 0
      return taken
    },
  }
}
