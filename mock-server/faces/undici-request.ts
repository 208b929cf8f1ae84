import { Response as UndiciResponse, type Dispatcher } from 'undici'

/** The request that undici's dispatch options describe; its body is read to the end. */
export async function requestFrom(
  options: Dispatcher.DispatchOptions & { readonly origin: string },
): Promise<Request> {
  // Joined as text: a path that starts with two slashes would otherwise name another host.
  const url = new URL(`${options.origin}${options.path}`)
  for (const [name, value] of Object.entries(options.query ?? {})) {
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value as unknown]) {
      url.searchParams.append(name, String(item))
    }
  }
  const headers = new Headers(headerPairs(options.headers))
  const body = await bodyOf(options, headers)
  // The host header is the network's business: a Request takes it from the URL.
  headers.delete('host')
  return new Request(url, { method: options.method, headers, ...(body === undefined ? {} : { body }) })
}

/** undici's own Response knows every kind of body that its dispatchers take: text, bytes, streams, iterables, forms. */
async function bodyOf(
  options: Dispatcher.DispatchOptions,
  headers: Headers,
): Promise<ArrayBuffer | undefined> {
  if (options.body == null || options.method === 'GET' || options.method === 'HEAD') return undefined
  const carrier = new UndiciResponse(options.body)
  const contentType = carrier.headers.get('content-type')
  const bytes = await carrier.arrayBuffer()
  const isForm = contentType?.startsWith('multipart/form-data') === true
  if (isForm && !headers.has('content-type')) headers.set('content-type', contentType)
  return bytes
}

/** undici takes headers as an object (values may be lists), a flat list or an iterable of pairs. */
function headerPairs(headers: Dispatcher.DispatchOptions['headers']): [string, string][] {
  if (headers == null) return []
  const pairs: [string, string][] = []
  const add = (name: string, value: unknown): void => {
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (typeof item === 'string' || typeof item === 'number') pairs.push([name, String(item)])
    }
  }
  if (Array.isArray(headers)) {
    for (let index = 0; index + 1 < headers.length; index += 2)
      add(String(headers[index]), headers[index + 1])
  } else if (isIterable(headers)) {
    for (const [name, value] of headers) add(name, value)
  } else {
    for (const [name, value] of Object.entries(headers)) add(name, value)
  }
  return pairs
}

function isIterable(headers: object): headers is Iterable<readonly [string, unknown]> {
  return Symbol.iterator in headers
}
