import { answerWith, isHtml, type Variant } from './variant.fixture.ts'

/** Pages that are made in the browser: the HTML holds nothing yet. */
export const pages: readonly Variant[] = [
  {
    id: 'client-rendered',
    title: 'pages are a shell that a script fills',
    wrap: (fetch) => async (request) => {
      const response = await fetch(request)
      if (!isHtml(response) || ![200, 404].includes(response.status)) return response
      await response.arrayBuffer()
      return answerWith(
        response,
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>' +
          '<script type="module" src="/assets/app.3f9a.js"></script></head><body><div id="root"></div></body></html>',
        {},
        200,
      )
    },
  },
  {
    id: 'pages-not-found',
    title: 'pages of unknown intents answer 404',
    wrap:
      (fetch, { contract }) =>
      async (request) => {
        const url = new URL(request.url)
        const ofIntent = url.pathname.startsWith(`${contract.routes.postPurchase}/`)
        const id = ofIntent
          ? url.pathname.slice(contract.routes.postPurchase.length + 1)
          : url.searchParams.get('checkout_intent_id')
        if ((!ofIntent && url.pathname !== contract.routes.success) || id === null) return fetch(request)
        const read = new URL(contract.routes.decisions, url.origin)
        read.searchParams.set('checkoutIntentId', decoded(id))
        const state = await (await fetch(new Request(read))).text()
        const response = await fetch(request)
        return state.includes('"checkout":null') && isHtml(response)
          ? answerWith(response, '<!doctype html><title>Not found</title><p>No such checkout.</p>', {}, 404)
          : response
      },
  },
]

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
