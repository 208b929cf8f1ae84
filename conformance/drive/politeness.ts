import type { RawResponse, WireRequest } from './transport.ts'

/** How often a throttled request is sent again, and how many redirects are followed. */
export const maxRetries = 5
export const maxHops = 3
/** All waiting for a throttling target in one run, in milliseconds. */
export const maxThrottledMs = 120_000
const defaultWaitMs = 1000

/**
 * How long to wait before a throttled request may be sent again, in milliseconds; null when it was not throttled.
 * `Retry-After` is seconds or a date (RFC 9110, section 10.2.3).
 */
export function throttledFor(response: RawResponse, now: number): number | null {
  const given = header(response, 'retry-after')
  const throttled = response.status === 429 || (response.status === 503 && given !== undefined)
  if (!throttled) return null
  if (given === undefined) return defaultWaitMs
  const seconds = Number(given)
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(given) - now
  return Number.isNaN(wait) ? defaultWaitMs : Math.max(wait, 0)
}

/**
 * The request that a redirect asks for, when it stays with the target: same origin, below its base, and with the method
 * kept (a POST is repeated for 307 and 308 only). Null for anything else.
 */
export function nextHop(request: WireRequest, response: RawResponse, target: URL): WireRequest | null {
  const location = header(response, 'location')
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const follows = reading ? [301, 302, 303, 307, 308] : [307, 308]
  if (location === undefined || !follows.includes(response.status)) return null
  const base = target.pathname.replace(/\/+$/, '')
  let url: URL
  try {
    url = new URL(location, new URL(`${base}${request.path}`, target))
  } catch {
    return null
  }
  if (url.origin !== target.origin || !url.pathname.startsWith(base)) return null
  const path = `${url.pathname.slice(base.length)}${url.search}`
  return path === request.path || !path.startsWith('/') ? null : { ...request, path }
}

/**
 * The target's address as it names itself, when a read is redirected to the same path on the same host: http to https
 * where both have their usual port, `www.` more or less, or another name of the loopback. Null when there is nothing to
 * adopt: another host or port is another service, and secrets would go there.
 */
export function canonicalTarget(target: URL, path: string, response: RawResponse): URL | null {
  const location = header(response, 'location')
  if (location === undefined || ![301, 302, 307, 308].includes(response.status)) return null
  let url: URL
  try {
    url = new URL(location, new URL(`${target.pathname.replace(/\/+$/, '')}${path}`, target))
  } catch {
    return null
  }
  const secured = target.protocol === 'http:' && url.protocol === 'https:' && !url.port && !target.port
  const sameService = secured || (url.protocol === target.protocol && url.port === target.port)
  const known = sameService && sameHost(url.hostname, target.hostname)
  if (!known || url.origin === target.origin || !url.pathname.endsWith(path)) return null
  return new URL(`${url.origin}${url.pathname.slice(0, -path.length)}`)
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function sameHost(a: string, b: string): boolean {
  const bare = (host: string) => host.toLowerCase().replace(/^www\./, '')
  return bare(a) === bare(b) || (loopback.has(a) && loopback.has(b))
}

function header(response: RawResponse, name: string): string | undefined {
  return response.headers.find(([key]) => key.toLowerCase() === name)?.[1]
}
