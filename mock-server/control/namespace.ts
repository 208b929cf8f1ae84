import { cameToLoopbackServer, rememberLoopbackServer } from '../faces/loopback.ts'

/** The world that a request reaches when it names none. */
export const defaultNamespace = 'default'
/** Names a world, as an alternative to the base path. */
export const namespaceHeader = 'x-checkout-namespace'
/** Stands before the name of a world in a base path, such as `/__ns/cart-test/offers/source-data`. */
export const namespacePrefix = '/__ns'

const longest = 64
const allowed = new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]{0,${longest - 1}}$`)

/** What is wrong with a name, for a person; undefined for a good one. */
export function namespaceFault(name: string): string | undefined {
  if (allowed.test(name)) return undefined
  return `has to be 1 to ${longest} letters, digits, ".", "_" or "-", the first a letter or a digit`
}

/** What stands before the paths of a world; nothing for the default one. */
export function basePathOf(name: string): string {
  return name === defaultNamespace ? '' : `${namespacePrefix}/${name}`
}

/** How a twin that serves several worlds knows this one, since its last reset. Nothing for a default world never reset. */
export function partitionOf(name: string, generation: number): string | undefined {
  return name === defaultNamespace && generation === 0 ? undefined : `${name}/${generation}`
}

/** The world of a partition. */
export function namespaceOf(partition: string | undefined): string {
  return partition?.split('/')[0] ?? defaultNamespace
}

export type Addressed =
  { readonly name: string; readonly request: Request } | { readonly fault: string; readonly field: string }

/**
 * The world that a request is for, and the request as that world sees it: without the base path. Header and base path
 * may both be there when they agree.
 */
export function addressed(request: Request): Addressed {
  const inHeader = request.headers.get(namespaceHeader)
  const { inPath, rest } = split(new URL(request.url).pathname)
  const name = inPath ?? inHeader ?? defaultNamespace
  const field = inPath === undefined ? namespaceHeader : `${namespacePrefix}/{name}`
  const fault = namespaceFault(name)
  if (fault !== undefined) return { fault, field }
  if (inPath !== undefined && inHeader !== null && inHeader !== inPath) {
    return { fault: 'names another namespace than the path', field: namespaceHeader }
  }
  return { name, request: inPath === undefined ? request : moved(request, rest) }
}

function split(pathname: string): { readonly inPath: string | undefined; readonly rest: string } {
  if (pathname !== namespacePrefix && !pathname.startsWith(`${namespacePrefix}/`)) {
    return { inPath: undefined, rest: pathname }
  }
  const after = pathname.slice(namespacePrefix.length + 1)
  const end = after.indexOf('/')
  return end === -1 ? { inPath: after, rest: '/' } : { inPath: after.slice(0, end), rest: after.slice(end) }
}

function moved(request: Request, pathname: string): Request {
  const url = new URL(request.url)
  url.pathname = pathname
  const inner = new Request(url, request)
  if (cameToLoopbackServer(request)) rememberLoopbackServer(inner)
  return inner
}
