import type { Visit } from '../../drive/browser.ts'
import type { Driver } from '../../drive/driver.ts'
import type { JsonObject, Operation } from '../../transcript.ts'

/** So much of a page's HTML is noted. */
const mostHtml = 200_000

/** Visits a page below the target's base, or does nothing where no browser is at hand. */
export async function visiting(
  { browser, headersFor, origin }: Driver,
  path: string,
  use: (visit: Visit) => Promise<void>,
): Promise<void> {
  const base = origin.pathname.replace(/\/+$/, '')
  const below = (pathname: string) => (pathname.startsWith(base) ? pathname.slice(base.length) : pathname)
  await browser?.visit(
    `${origin.origin}${base}${path}`,
    (method, pathname) => headersFor(method, below(pathname)),
    use,
  )
}

/** Notes what a page shows now, sealed like an answer. */
export async function noteView(
  driver: Driver,
  { tab, requests, status }: Visit,
  tags: { readonly operation: Operation; readonly step: string; readonly variant?: string },
  observed: JsonObject,
): Promise<void> {
  const html = driver.seal((await tab.html()).slice(0, mostHtml))
  const seen = requests.map(({ method, url, body }) => ({
    method,
    url: driver.seal(url),
    body: body === null ? null : driver.seal(body),
  }))
  driver.note((n, at) => ({
    kind: 'page',
    n,
    scenario: driver.scenario,
    ...tags,
    at,
    observed: { status, ...observed },
    html,
    requests: seen,
  }))
}
