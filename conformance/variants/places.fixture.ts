import { answerWith, editingJson, isObject, pathOf, type Fetch, type Variant } from './variant.fixture.ts'

const base = '/shops/first/v1'

/** Where the target lives, and what it calls its addresses. */
export const places: readonly Variant[] = [
  {
    id: 'base-path',
    title: 'everything lives below a path',
    base,
    wrap: (fetch, setting) => {
      const below: Fetch = async (request) => {
        const url = new URL(request.url)
        if (!url.pathname.startsWith(`${base}/`)) return new Response('not here', { status: 404 })
        return fetch(await movedTo(request, url.pathname.slice(base.length)))
      }
      return editingJson((body) => {
        const { redirect } = body
        if (isObject(redirect) && typeof redirect['url'] === 'string') {
          const { pathname, search } = new URL(redirect['url'], 'http://unused.test')
          redirect['url'] = `${base}${pathname}${search}`
        }
      })(below, setting)
    },
  },
  {
    id: 'trailing-slash',
    title: 'an address without a slash at its end is redirected to the one with it',
    wrap: (fetch, { contract }) => {
      const redirects = `${contract.routes.checkout}/redirect/`
      return async (request) => {
        const url = new URL(request.url)
        if (url.pathname.startsWith(redirects)) return fetch(request)
        if (!url.pathname.endsWith('/')) {
          return new Response(null, { status: 308, headers: { location: `${url.pathname}/${url.search}` } })
        }
        return fetch(await movedTo(request, url.pathname.slice(0, -1)))
      }
    },
  },
  {
    id: 'absolute-redirect',
    title: 'redirect.url is absolute, and its type another word',
    wrap: editingJson((body, url) => {
      const { redirect } = body
      if (!isObject(redirect) || typeof redirect['url'] !== 'string') return
      redirect['url'] = new URL(redirect['url'], url).href
      redirect['type'] = 'http_303'
    }),
  },
  {
    id: 'html-not-found',
    title: 'unknown routes and other methods are answered by the framework: HTML, or nothing at all',
    wrap: (fetch, { contract }) => {
      const known = new Set<string>(Object.values(contract.routes))
      return async (request) => {
        const path = pathOf(request)
        const response = await fetch(request)
        if ([405, 413, 415].includes(response.status))
          return answerWith(response, null, { 'content-type': null })
        const ours = [...known].some((route) => path === route || path.startsWith(`${route}/`))
        if (response.status !== 404 || ours) return response
        return new Response('<!doctype html><title>Not found</title><h1>Not found</h1>', {
          status: 404,
          headers: { 'content-type': 'text/html; charset=utf-8' },
        })
      }
    },
  },
]

/** The same request at another path. */
async function movedTo(request: Request, path: string): Promise<Request> {
  const { search, origin } = new URL(request.url)
  const bytes = await request.arrayBuffer()
  return new Request(new URL(`${path}${search}`, origin), {
    method: request.method,
    headers: request.headers,
    redirect: 'manual',
    ...(bytes.byteLength === 0 ? {} : { body: bytes }),
  })
}
