import type { Driver, Sending } from '../../drive/driver.ts'
import type { Header } from '../../transcript.ts'

/** Marks an exchange off the good path: an error, a replay, a second read, another method, type or encoding. */
export const offPath = { offPath: true } as const

interface Change {
  readonly variant: string
  readonly change: Partial<Pick<Sending, 'method' | 'headers'>>
  /** Added to the query. */
  readonly query?: string
}

/** Ways of asking that a view made for the good path may forget. */
const otherAsking: readonly Change[] = [
  { variant: 'second', change: {} },
  { variant: 'gzip', change: { headers: [['accept-encoding', 'gzip']] } },
  { variant: 'brotli', change: { headers: [['accept-encoding', 'br, gzip;q=0.5']] } },
  { variant: 'identity', change: { headers: [['accept-encoding', 'identity']] } },
  { variant: 'html', change: { headers: [['accept', 'text/html,application/xhtml+xml']] } },
  { variant: 'plain', change: { headers: [['accept', 'text/plain']] } },
  { variant: 'debug-json', change: { headers: [['accept', 'application/debug+json']] } },
  { variant: 'problem-json', change: { headers: [['accept', 'application/problem+json']] } },
  { variant: 'any', change: { headers: [['accept', '*/*']] } },
  {
    variant: 'debug-header',
    change: {
      headers: [
        ['x-debug', '1'],
        ['x-forwarded-host', 'localhost'],
      ],
    },
  },
  { variant: 'deflate', change: { headers: [['accept-encoding', 'deflate']] } },
  { variant: 'range', change: { headers: [['range', 'bytes=0-']] } },
  { variant: 'conditional', change: { headers: [['if-none-match', '"no-such-tag"']] } },
  { variant: 'other-origin', change: { headers: [['origin', 'https://elsewhere.example']] } },
  { variant: 'script', change: { headers: [['x-requested-with', 'XMLHttpRequest']] } },
  { variant: 'language', change: { headers: [['accept-language', 'de, fr;q=0.5']] } },
  { variant: 'debug-query', change: {}, query: 'debug=1&verbose=true' },
]

const otherMethods: readonly Change[] = ['HEAD', 'OPTIONS', 'DELETE', 'PUT', 'PATCH'].map((method) => ({
  variant: method.toLowerCase(),
  change: { method },
}))

export type ProbeSet = 'asking' | 'methods' | 'all' | 'encodings'

/** Asks for the same again in every other way. A body is sent along where the method takes one. */
export async function probe(driver: Driver, sending: Sending, set: ProbeSet): Promise<void> {
  for (const { variant, change, query } of changesOf(set)) {
    const { json, body, headers, ...rest } = sending
    const method = change.method ?? sending.method
    const bodyless = method === 'HEAD' || method === 'OPTIONS'
    await driver.send({
      ...rest,
      ...(bodyless
        ? {}
        : { ...(json === undefined ? {} : { json }), ...(body === undefined ? {} : { body }) }),
      ...change,
      path:
        query === undefined
          ? sending.path
          : `${sending.path}${sending.path.includes('?') ? '&' : '?'}${query}`,
      headers: [...(change.headers ?? []), ...(headers ?? [])],
      step: `${sending.step}-otherwise`,
      variant,
      about: { ...sending.about, ...offPath },
    })
  }
}

function changesOf(set: ProbeSet): readonly Change[] {
  if (set === 'asking') return otherAsking
  if (set === 'methods') return otherMethods
  if (set === 'encodings') {
    return otherAsking.filter(({ variant }) => ['second', 'gzip', 'html', 'any'].includes(variant))
  }
  return [...otherAsking, ...otherMethods]
}

/** The same request with its key in the header too: where a key may come, it may be echoed. */
export function withHeaderKey(sending: Sending, key: string): Sending {
  const headers: Header[] = [...(sending.headers ?? []), ['idempotency-key', key]]
  return { ...sending, step: `${sending.step}-by-header`, headers }
}
