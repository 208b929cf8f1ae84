export type KeyMode = 'test' | 'live' | 'none' | 'malformed'

/** What may be kept of an Authorization header: which kind of key it holds, and a digest to tell keys apart. */
export interface ReadKey {
  readonly mode: KeyMode
  /** A salted digest; undefined without a header. Equal keys have equal digests within one twin only. */
  readonly digest: string | undefined
}

/** Reads the API key from a Bearer or Basic header as Stripe does. The key itself is not returned. */
export async function readKey(authorization: string | null, salt: string): Promise<ReadKey> {
  if (authorization === null || authorization.trim() === '') return { mode: 'none', digest: undefined }
  return { mode: modeOf(keyIn(authorization)), digest: await digestOf(authorization, salt) }
}

function keyIn(authorization: string): string {
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2)
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  try {
    return atob(value).split(':', 1)[0] ?? ''
  } catch {
    return ''
  }
}

function modeOf(key: string): KeyMode {
  if (/^(?:sk|rk)_test_\w+$/.test(key)) return 'test'
  return /^(?:sk|rk|pk)_live_/.test(key) ? 'live' : 'malformed'
}

/** The first 16 hexadecimal digits of a salted SHA-256. */
async function digestOf(text: string, salt: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}\n${text}`))
  return [...new Uint8Array(bytes.slice(0, 8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
