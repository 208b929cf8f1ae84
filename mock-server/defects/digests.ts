/** Bytes as lower-case hex. */
export function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A digest of a text in hex, for defects that think a hash hides anything. */
export async function digestHex(algorithm: 'SHA-1' | 'SHA-256', text: string): Promise<string> {
  return hexOf(await crypto.subtle.digest(algorithm, new TextEncoder().encode(text)))
}

/** A text encrypted with a key that never changes; without an IV, one that never changes either. */
export async function encrypted(text: string, iv?: Uint8Array<ArrayBuffer>): Promise<string> {
  const name = iv === undefined ? 'AES-CTR' : 'AES-GCM'
  const key = await crypto.subtle.importKey('raw', new Uint8Array(16).fill(7), name, false, ['encrypt'])
  const parameters = iv === undefined ? { name, counter: new Uint8Array(16), length: 64 } : { name, iv }
  const bytes = new Uint8Array(await crypto.subtle.encrypt(parameters, key, new TextEncoder().encode(text)))
  return btoa(String.fromCharCode(...(iv ?? []), ...bytes))
}
