import { gzipSync } from 'node:zlib'
import { drip, pour, type Answer } from './server.fixture.ts'
import { nastyHeader, nastyText } from './texts.fixture.ts'

/** A server that does one thing wrong, whatever it is asked. */
export interface Hostile {
  readonly name: string
  readonly answer: Answer
  /** It answers whatever it is asked, so a run goes on to its end: a part of the suite will do. */
  readonly answers?: true
  /** The part of the suite that has most to do with what is wrong, in place of the usual one. */
  readonly part?: string
}

const json = { 'content-type': 'application/json' }
const bomb = gzipSync(Buffer.alloc(96 * 1024 * 1024))
const doubleBomb = gzipSync(bomb)
const deep = '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)
const deepList = '['.repeat(100_000) + ']'.repeat(100_000)
const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'

const bytes =
  (text: string): Answer =>
  (_request, _response, socket) =>
    void socket.end(text, 'latin1')

export const always: readonly Hostile[] = [
  {
    name: 'a gzip bomb',
    answer: (_request, response) =>
      void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(bomb),
  },
  {
    name: 'a gzip bomb in a bomb, as an error',
    answer: (_request, response) =>
      void response.writeHead(500, { ...json, 'content-encoding': 'gzip, gzip' }).end(doubleBomb),
  },
  {
    name: 'a body dripped without end',
    answer: (_request, response) => {
      response.writeHead(200, json)
      drip(response, ' ', 20)
    },
  },
  {
    name: 'a head dripped byte by byte',
    answer: (_request, _response, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
      drip(socket, 'a', 20)
    },
  },
  {
    name: 'endless 103s',
    answer: (_request, _response, socket) => pour(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'),
  },
  {
    name: 'a 100 every few milliseconds',
    answer: (_request, _response, socket) => drip(socket, 'HTTP/1.1 100 Continue\r\n\r\n', 20),
  },
  {
    name: 'a header over the limit',
    answer: (_request, _response, socket) =>
      void socket.end(`${ok}x-large: ${'a'.repeat(4 << 20)}\r\n\r\n{}`),
  },
  {
    name: 'headers without end',
    answer: (_request, _response, socket) => {
      socket.write(ok)
      pour(socket, `x-more: ${'a'.repeat(1000)}\r\n`)
    },
  },
  {
    name: 'a huge body',
    answer: (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': String(2 ** 40) })
      pour(response, ' '.repeat(64 * 1024))
    },
  },
  {
    name: 'chunks without end, with long extensions',
    answer: (_request, _response, socket) => {
      socket.write(`${ok}transfer-encoding: chunked\r\n\r\n`)
      pour(socket, `1;${'x'.repeat(1000)}=y\r\n \r\n`)
    },
  },
  {
    name: 'trailers without end',
    answer: (_request, _response, socket) => {
      socket.write(`${ok}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n`)
      pour(socket, `x-more: ${'a'.repeat(1000)}\r\n`)
    },
  },
  {
    name: 'a reset in the middle of an answer',
    answer: (_request, _response, socket) => {
      socket.write(`${ok}content-length: 100\r\n\r\n{"ok":`, () => socket.resetAndDestroy())
    },
  },
  { name: 'half an answer', answer: bytes(`${ok}content-length: 100\r\n\r\n{"ok":true,`) },
  { name: 'half a chunk', answer: bytes(`${ok}transfer-encoding: chunked\r\n\r\nff\r\n{"ok":true`) },
  { name: 'nothing, and hangs up', answer: bytes('') },
  { name: 'no HTTP', answer: bytes('SSH-2.0-OpenSSH_9.9\r\n') },
  { name: 'noise', answer: bytes('\u0000\u00ff\u001b[2J\r\n\r\n'.repeat(100)) },
  {
    name: 'a content length that is too small',
    answers: true,
    answer: bytes(`${ok}content-length: 2\r\n\r\n{}{"ok":true}`),
  },
  { name: 'two content lengths', answer: bytes(`${ok}content-length: 2\r\ncontent-length: 9\r\n\r\n{}`) },
  { name: 'a content length below zero', answer: bytes(`${ok}content-length: -2\r\n\r\n{}`) },
  {
    name: 'a content length and chunks',
    answer: bytes(`${ok}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`),
  },
  {
    name: 'status 999 and a reason with codes',
    answers: true,
    answer: bytes(`HTTP/1.1 999 \u009b31m<b>\r\ncontent-length: 0\r\n\r\n`),
  },
  {
    name: 'a redirect loop',
    answers: true,
    answer: ({ path }, response) =>
      void response.writeHead(307, { location: `${path}${path.includes('?') ? '&' : '?'}again=1` }).end(),
  },
  {
    name: 'objects nested a hundred thousand deep',
    answers: true,
    answer: (_request, response) => void response.writeHead(200, json).end(deep),
  },
  {
    name: 'lists nested a hundred thousand deep',
    answers: true,
    answer: (_request, response) => void response.writeHead(200, json).end(deepList),
  },
  {
    name: 'a large body, just below the limit, every time',
    answers: true,
    answer: (_request, response) =>
      void response.writeHead(200, json).end(`{"ok":true,"id":"${'a'.repeat(1_000_000)}"}`),
  },
  {
    name: 'thousands of headers',
    answer: (_request, _response, socket) => {
      const headers = Array.from({ length: 4000 }, (_, i) => `x-h${i}: ${i}\r\n`).join('')
      socket.write(`${ok}${headers}content-length: 2\r\n\r\n{}`)
    },
  },
  {
    name: 'an echo of all that it was sent, headers too',
    answers: true,
    answer: ({ method, path, headers, body }, response) => {
      response.setHeader('x-echo', Buffer.from(headers.join(' '), 'latin1').toString('latin1'))
      response.writeHead(200, json)
      response.end(`${JSON.stringify({ ok: true, method, path, headers, body, nastyText })}\n${body}`)
    },
  },
  {
    name: 'nasty text wherever there is room for text',
    answers: true,
    answer: (_request, response) => {
      response.writeHead(200, 'boom', { 'content-type': 'application/json', 'x-boom': nastyHeader })
      response.end(JSON.stringify({ ok: true, id: nastyText, mode: nastyText, [nastyText]: nastyText }))
    },
  },
  {
    name: 'a page of nasty markup',
    answers: true,
    answer: (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>${nastyText}</title>${nastyText}`),
  },
  // 60 KB of what takes a careless pattern time by the square of its length.
  ...['\n', '<!--', '<script>', '<', '<b '].map((piece): Hostile => ({
    name: `a page of nothing but ${JSON.stringify(piece)}`,
    answers: true,
    part: 'CNF-05,RED-14,PAG-02',
    answer: (_request, response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<!doctype html>${piece.repeat(60_000 / piece.length)}`),
  })),
  ...['1', '0', '86400', '-5', 'soon', ''].map((after): Hostile => ({
    name: `a 429 to everything, Retry-After "${after}"`,
    answer: (_request, response) =>
      void response.writeHead(429, after === '' ? {} : { 'retry-after': after }).end(),
  })),
]
