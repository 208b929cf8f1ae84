import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { startTestGateway } from '../../mock-server/testing.ts'
import { contract, secrets } from './attack.fixture.ts'
import { listen, type Listening, type Received } from './server.fixture.ts'
import { nastyHeader, nastyText } from './texts.fixture.ts'

/** What the correct gateway answers, before it is spoilt. */
interface Good {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** A correct gateway behind a front that misbehaves. */
export interface Front {
  readonly name: string
  /** Harmless: the contract is kept, so nothing may be blamed. */
  readonly harmless?: true
  /** Odd, and neither right nor wrong in the part that is judged: members that nobody listed. */
  readonly odd?: true
  readonly spoil: (good: Good, response: ServerResponse, socket: Socket, count: number) => void
}

const plainly = ({ status, headers, body }: Good, response: ServerResponse) =>
  void response.writeHead(status, headers).end(body)

/** The body with other text, where it is JSON. */
const reworded =
  (edit: (json: string) => string): Front['spoil'] =>
  (good, response) =>
    plainly({ ...good, body: /^\s*\{/.test(good.body) ? edit(good.body) : good.body }, response)

const firstAnswers = 4

export const fronts: readonly Front[] = [
  {
    name: 'hundreds of cookies with each answer',
    harmless: true,
    spoil: ({ status, headers, body }, response) =>
      void response
        .writeHead(status, {
          ...headers,
          'set-cookie': Array.from({ length: 300 }, (_, i) => `c${i}=${i}; Path=/; HttpOnly`),
        })
        .end(body),
  },
  {
    name: 'a connection that is kept alive in words and closed at once',
    harmless: true,
    spoil: (good, response, socket) => {
      response.on('finish', () => socket.end())
      plainly({ ...good, headers: { ...good.headers, connection: 'keep-alive' } }, response)
    },
  },
  {
    name: 'HTTP/1.0, the end of the connection ends the body',
    harmless: true,
    spoil: ({ status, headers, body }, _response, socket) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.end(`HTTP/1.0 ${status} Fine\r\n${lines.join('')}\r\n${body}`)
    },
  },
  {
    name: 'members named __proto__ and constructor',
    odd: true,
    spoil: reworded((json) =>
      json.replace(
        '{',
        '{"__proto__":{"ok":true,"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"toString":1,"hasOwnProperty":2,',
      ),
    ),
  },
  {
    name: 'members named twice',
    spoil: reworded((json) =>
      json.replace(/\}\s*$/, ',"ok":false,"status":"paid","ok":"maybe","status":[]}'),
    ),
  },
  {
    name: 'a member nested ten thousand deep',
    spoil: reworded((json) => json.replace('{', `{"deep":${'['.repeat(10_000)}${']'.repeat(10_000)},`)),
  },
  {
    name: 'nasty text in every text of every answer',
    spoil: ({ status, headers, body }, response) => {
      const spoilt = body.replace(
        /:"((?:[^"\\]|\\.)*)"/g,
        (_, text: string) => `:"${text}${JSON.stringify(nastyText).slice(1)}`,
      )
      response.writeHead(status, 'boom', { ...headers, 'x-boom': nastyHeader }).end(spoilt)
    },
  },
  {
    name: 'right answers to the first requests, then silence',
    spoil: (good, response, _socket, count) => {
      if (count <= firstAnswers) plainly(good, response)
    },
  },
  {
    name: 'right answers to the first requests, then bodies without end',
    spoil: (good, response, _socket, count) => {
      if (count <= firstAnswers) return plainly(good, response)
      response.writeHead(good.status, good.headers).write(good.body.slice(0, -1))
    },
  },
  {
    name: 'right answers to the first requests, then a 429 to everything',
    spoil: (good, response, _socket, count) =>
      count <= firstAnswers
        ? plainly(good, response)
        : void response.writeHead(429, { 'retry-after': '2' }).end(),
  },
]

/** Serves the front; `received` tells what the suite sent. */
export async function listenBehind({ spoil }: Front): Promise<Listening> {
  const gateway = startTestGateway({ contract, ...secrets })
  let count = 0
  const server = await listen(async (request, response, socket) => {
    const answer = await gateway.fetch(asRequest(request, gateway.origin))
    count += 1
    const headers = Object.fromEntries(answer.headers)
    spoil({ status: answer.status, headers, body: await answer.text() }, response, socket, count)
  })
  return {
    ...server,
    close: async () => {
      await server.close()
      await gateway.close()
    },
  }
}

function asRequest({ method, path, headers, body }: Received, origin: string): Request {
  const pairs: [string, string][] = []
  for (let i = 0; i + 1 < headers.length; i += 2) pairs.push([headers[i] ?? '', headers[i + 1] ?? ''])
  return new Request(new URL(path, origin), {
    method,
    headers: pairs.filter(([name]) => !/^(connection|transfer-encoding|content-length|host)$/i.test(name)),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  })
}
