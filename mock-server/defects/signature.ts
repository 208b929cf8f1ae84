/** Helpers of the defects that check a webhook signature on their own, and wrongly. */

/** HMAC-SHA256 in lower-case hexadecimal. */
export async function signatureOf(secret: string, content: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text)
  // WebCrypto refuses an empty key; a zero byte makes the same HMAC.
  const raw = secret === '' ? new Uint8Array(1) : encode(secret)
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const digest = await crypto.subtle.sign('HMAC', key, encode(content))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The `t` of a signature header and its signatures by scheme, in order. */
export function partsOf(header: string) {
  const pairs = header.split(',').map((part) => {
    const [name = '', ...value] = part.split('=')
    return [name.trim(), value.join('=')] as const
  })
  const valuesOf = (scheme: string) => pairs.flatMap(([name, value]) => (name === scheme ? [value] : []))
  return { timestamp: valuesOf('t')[0] ?? '', valuesOf }
}

export function textOf(payload: Uint8Array): string {
  return new TextDecoder().decode(payload)
}

/** The payload as JSON; undefined when it is none. */
export function parsePayload(payload: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(payload))
  } catch {
    return undefined
  }
}
