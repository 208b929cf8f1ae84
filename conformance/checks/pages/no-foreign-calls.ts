import type { Check, Counterexample } from '../../judge/check.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { isHtml } from '../../judge/html.ts'
import { isObject, isSuccess, memberOf, responseHeader, show } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'
import { callsOf, decoded, forbiddenCall, isTelling, ownHosts } from './foreign-calls.ts'

const scenarios = ['pages/intent-static', 'pages/preview-static']

/** The intent in a page's own address. */
function idsIn(x: Exchange): string[] {
  const { path } = x.request
  const query = /[?&]checkout_intent_id=([^&]*)/.exec(path)?.[1]
  const segment = x.operation === 'page.post-purchase' ? path.split('?')[0]?.split('/').at(-1) : undefined
  return [query, segment].flatMap((id) => (id === undefined ? [] : [decoded(id)]))
}

export const pagesNoForeignCalls: Check = {
  id: 'pages/no-foreign-calls',
  requirement: 'PAG-06',
  level: 'MUST',
  profile: 'sandbox',
  title: "no page's HTML calls Stripe or a billing route, or a third party with an intent id",
  scenarios,
  needs: ['checkout-read', 'start'],
  judge: (view, record) => {
    const contract = view.exchanges({ operation: 'checkout.read' })
    if (!contract.some((x) => isObject(memberOf(x, 'offer')))) record.missing('the pages of the contract')
    const own = ownHosts(view)
    const routes = Object.values(view.contract.routes)
    const pages = view
      .exchanges()
      .filter((x) => x.operation.startsWith('page.') && x.request.method === 'GET' && isSuccess(x))
      .filter((x) => isHtml(responseHeader(x, 'content-type'), x.response?.body ?? ''))
    if (!pages.some(({ scenario }) => scenario === 'pages/intent-static'))
      record.missing('a page of an intent')
    for (const x of pages) {
      const surroundings = { own, routes, ids: idsIn(x) }
      const calls = callsOf(x.response?.body ?? '')
      const bad = calls
        .map((call) => ({ call, why: forbiddenCall(call, surroundings) }))
        .find(({ why }) => why !== undefined)
      record.expect(bad === undefined, x, {
        message: `the page (${x.operation}) ${bad?.why ?? ''}`,
        expected: "calls to the target's own routes and assets",
        seen: show(bad?.call.url),
        pointer: '/response/body',
      })
    }
  },
  counterexamples: [
    withMore("loads Stripe's script", () => '<script src="https://js.stripe.com/v3/"></script>'),
    withMore('posts to a billing route', () => '<form action="/api/billing/charge" method="post"></form>'),
    withMore(
      'fetches a billing route',
      () => '<script>fetch("/api/billing/charge", {method: "POST"})</script>',
    ),
    withMore(
      'refreshes to elsewhere',
      () => '<meta http-equiv="refresh" content="0; url=https://else.example/">',
    ),
    withMore('goes elsewhere', () => '<script>location.href = "https://else.example/"</script>'),
    withMore('tells a pixel the intent', (id) => `<img src="https://pixel.example/p?i=${id}">`),
  ],
}

function withMore(name: string, markup: (intentId: string) => string): Counterexample {
  return {
    name: `a page ${name}`,
    edit: (editor) =>
      editor.exchange({ scenario: 'pages/intent-static', step: 'success' }, (x) => {
        const id = idsIn(x).find(isTelling)
        if (id === undefined) throw new NothingToEdit('the intent has no id that tells anything')
        const body = `${x.response?.body ?? ''}${markup(id)}`
        return { ...x, response: x.response && { ...x.response, body } }
      }),
  }
}
