import { once } from 'node:events'
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'

/** One address before several replicas: each request goes to the next one in turn, byte for byte. */
export interface Front {
  readonly origin: string
  /** How many requests each replica was given. */
  readonly given: readonly number[]
  close(): Promise<void>
}

/**
 * A replica that takes no connection is passed over, as a load balancer does. One that breaks off an answer leaves the
 * client without one: nobody but the client may send a write again.
 */
export async function startFront(origins: readonly string[]): Promise<Front> {
  const agent = new Agent({ keepAlive: false })
  const given = origins.map(() => 0)
  let turn = 0

  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then(
      (body) => pass(incoming, body, outgoing, origins.length),
      () => outgoing.destroy(),
    )
  })

  function pass(incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, left: number): void {
    const at = turn % origins.length
    turn += 1
    const { method, url, rawHeaders } = incoming
    let connected = false
    const { hostname, port } = new URL(origins[at] ?? '')
    const onward = request(
      { agent, hostname, port, method, path: url, headers: [...rawHeaders] },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders)
        answer.pipe(outgoing)
        answer.on('error', () => outgoing.destroy())
      },
    )
    onward.on('socket', (socket) =>
      socket.once('connect', () => {
        connected = true
        given[at] = (given[at] ?? 0) + 1
      }),
    )
    onward.on('error', () => {
      if (connected || left <= 1) outgoing.destroy()
      else pass(incoming, body, outgoing, left - 1)
    })
    onward.end(body)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('the front has no TCP address')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    given,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      agent.destroy()
      await closed
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) if (chunk instanceof Buffer) chunks.push(chunk)
  return Buffer.concat(chunks)
}
