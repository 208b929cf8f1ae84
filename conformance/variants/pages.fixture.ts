import { answerWith, isHtml, withHeaders, type Variant } from './variant.fixture.ts'

/** About 90 KiB, as a framework would inline them. */
const styles = `<style>${'.card{display:grid;gap:1rem;padding:2rem}\n'.repeat(2200)}</style>`

/** Pages that look otherwise, are made in the browser or are not there. */
export const pages: readonly Variant[] = [
  {
    id: 'large-pages',
    title: 'pages that carry their styles with them',
    wrap: (fetch) => async (request) => {
      const response = await fetch(request)
      if (!isHtml(response)) return response
      return answerWith(response, (await response.text()).replace('</head>', `${styles}</head>`))
    },
  },
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
  {
    id: 'post-purchase-forms',
    title: 'the decisions are plain forms, without a script, which the page takes by its own route',
    wrap:
      (fetch, { contract }) =>
      async (request) => {
        const { pathname, origin } = new URL(request.url)
        const { decisions, postPurchase } = contract.routes
        if (!pathname.startsWith(`${postPurchase}/`)) return fetch(request)
        const id = decoded(pathname.slice(postPurchase.length + 1))
        if (request.method === 'POST') {
          const form = new URLSearchParams(await request.text())
          const kind = form.get('decision')
          const answer = await fetch(
            new Request(`${origin}${decisions}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({
                checkoutIntentId: id,
                decisionKind: kind,
                confirmationText: form.get('confirmation'),
                // One press, one decision, however often the form is sent.
                idempotencyKey: `form:${id}:${kind}`,
                expectedCheckoutUpdatedAt: Number(form.get('updated')),
              }),
            }),
          )
          const said = answer.ok ? 'Recorded. Nothing was charged.' : 'Nothing was recorded.'
          const page = answerWith(answer, `<!doctype html><title>Thanks</title><p>${said}</p>`)
          return withHeaders(page, { 'content-type': 'text/html; charset=utf-8' })
        }
        const response = await fetch(request)
        if (request.method !== 'GET' || !isHtml(response)) return response
        const read = await fetch(
          new Request(`${origin}${decisions}?checkoutIntentId=${encodeURIComponent(id)}`),
        )
        const state = (await read.json()) as { checkout: { eligible: boolean; updatedAt: number } | null }
        const buttons = contract.decisions.map(
          ({ decisionKind }) => `<button name="decision" value="${decisionKind}">${decisionKind}</button>`,
        )
        const form = `<form method="post"><input name="confirmation" aria-label="Confirmation">
<input type="hidden" name="updated" value="${state.checkout?.updatedAt ?? 0}">${buttons.join('')}</form>`
        const body = state.checkout?.eligible === true ? form : '<p>Not open for decisions.</p>'
        // The gateway's own policy is for a page that sends no form.
        const page = `<!doctype html><title>One more thing</title>${body}`
        return answerWith(response, page, { 'content-security-policy': null })
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
