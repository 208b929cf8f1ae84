import type { Page } from 'playwright-core'

/** An id of Stripe's, or a name of its hosts. */
const ofStripe =
  /(?<![A-Za-z0-9])(?:cs|pi|pm|ch|cus|evt|req|seti|src|acct|price|prod|sub)_(?:test_)?(?=\w*\d)(?=\w*[A-Z])\w{14,}|stripe\.com|[spr]k_test_|whsec_/

/** The last four digits of the cards that the tests pay with, alone: an id may hold them by chance. */
const ofCard = /(?<![0-9a-z])(?:4242|3155|0002|9995)(?![0-9a-z])/i

/** Whatever a page of the shop has seen, sent or kept. */
export interface Watch {
  /** What is wrong with all of it; empty when nothing is. */
  faults(this: void): Promise<readonly string[]>
}

/**
 * Watches a page on its way. Only the redirect route's answer and the first address of the success page may hold a
 * Stripe id (WIRE 3 and 4); the pay page is Stripe's own place.
 */
export function watch(page: Page, shop: string, redirectRoute: string, secrets: readonly string[]): Watch {
  const faults: string[] = []
  const bodies: Promise<void>[] = []
  const look = (place: string, text: string): void => {
    const found =
      ofStripe.exec(text)?.[0] ?? ofCard.exec(text)?.[0] ?? secrets.find((secret) => text.includes(secret))
    if (found !== undefined) faults.push(`${place}: ${found}`)
  }
  const own = (url: string) => url.startsWith(`${shop}/`)
  page.on('console', (message) => {
    if (own(page.url()) && message.type() === 'error' && !message.text().includes('the server responded'))
      faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!own(url.href)) {
      if (request.resourceType() !== 'document' && own(page.url())) faults.push(`foreign call: ${url.href}`)
      return
    }
    if (request.isNavigationRequest()) url.searchParams.delete('session_id')
    look('request', url.href)
    look('request body', request.postData() ?? '')
  })
  page.on('response', (response) => {
    if (!own(response.url()) || response.url().startsWith(shop + redirectRoute)) return
    look('response headers', JSON.stringify(response.headers()))
    bodies.push(
      response.text().then(
        (text) => look(`response of ${response.url().split('?')[0] ?? ''}`, text),
        () => undefined,
      ),
    )
  })
  return {
    faults: async () => {
      await Promise.all(bodies)
      look('DOM', await page.content())
      look('address', page.url())
      const kept: unknown = await page.evaluate(
        `(async () => [Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(),
          isSecureContext ? await caches.keys() : [], document.cookie].flat())()`,
      )
      if (JSON.stringify(kept) !== '[""]') faults.push(`storage: ${JSON.stringify(kept)}`)
      for (const cookie of await page.context().cookies()) faults.push(`cookie: ${cookie.name}`)
      return faults
    },
  }
}
