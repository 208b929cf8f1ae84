/** A path in the one spelling that all of its spellings share: decoded, lower case, no doubled or dotted segments. */
function plainPath(pathname: string): string {
  let path = pathname
  for (let round = 0; round < 3; round += 1) path = decodeLeniently(path)
  const segments: string[] = []
  for (const raw of path.toLowerCase().replaceAll('\\', '/').split('/')) {
    const segment = raw.replace(/;.*$/, '').trim()
    if (segment === '' || segment === '.') continue
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return `/${segments.join('/')}`
}

/** Whether a path is the owner's, or lies under it, in whatever spelling. */
export function isOwnerPath(pathname: string, ownerRoute: string): boolean {
  const path = plainPath(pathname)
  const owned = plainPath(ownerRoute)
  return path === owned || path.startsWith(`${owned}/`)
}

/** Whether a text can be sent as a bearer token: without blanks, and without the comma that would end it. */
export function isBearerToken(text: string): boolean {
  return /^[^\s,]+$/.test(text)
}

/** `Authorization: Bearer <token>`, compared by digest so that the time taken tells nothing. */
export async function hasOwnerToken(headers: Headers, ownerToken: string | undefined): Promise<boolean> {
  if (ownerToken === undefined || ownerToken === '') return false
  const [, given] = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (given === undefined || !isBearerToken(given)) return false
  const [left, right] = await Promise.all([digest(given), digest(ownerToken)])
  let difference = 0
  for (const [at, byte] of left.entries()) difference |= byte ^ (right[at] ?? 0)
  return difference === 0
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

function decodeLeniently(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
}
