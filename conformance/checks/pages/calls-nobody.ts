import type { Check } from '../../judge/check.ts'
import { NothingToEdit } from '../../judge/editor.ts'
import { isObject, memberOf, show, startedIntent } from '../../judge/look.ts'
import { forbiddenCall, isTelling, ownHosts } from './foreign-calls.ts'

const scenarios = ['pages/way', 'pages/press']

export const pagesCallsNobody: Check = {
  id: 'pages/calls-nobody',
  requirement: 'PAG-06',
  level: 'MUST',
  profile: 'sandbox',
  browser: true,
  title: 'in a browser no page calls Stripe or a billing route, or a third party with an intent id',
  scenarios,
  needs: ['checkout-read', 'start'],
  judge: (view, record) => {
    const contract = view.exchanges({ operation: 'checkout.read' })
    if (!contract.some((x) => isObject(memberOf(x, 'offer')))) record.missing('the pages of the contract')
    const ids = view
      .exchanges({ operation: 'checkout.start' })
      .map(startedIntent)
      .filter((id) => id !== undefined)
    const surroundings = { own: ownHosts(view), routes: Object.values(view.contract.routes), ids }
    const pages = view.pages()
    if (pages.length === 0 || ids.length === 0) record.missing('a page of an intent in a browser')
    for (const page of pages) {
      const bad = page.requests
        .map(({ method, url, body }) => ({
          url,
          why: forbiddenCall(
            {
              kind: method === 'GET' || method === 'HEAD' ? 'load' : 'send',
              url: `${url}${body === null ? '' : `#${body}`}`,
            },
            surroundings,
          ),
        }))
        .find(({ why }) => why !== undefined)
      record.expect(bad === undefined, page, {
        message: `the page (${page.operation}) ${bad?.why ?? ''}`,
        expected: "calls to the target's own routes and assets",
        seen: show(bad?.url),
        pointer: '/requests',
      })
    }
  },
  counterexamples: [
    {
      name: 'a page calls Stripe',
      edit: (editor) =>
        editor.page({ scenario: 'pages/way' }, (page) => ({
          ...page,
          requests: [
            ...page.requests,
            { method: 'POST', url: 'https://api.stripe.com/v1/charges', body: 'amount=1' },
          ],
        })),
    },
    {
      name: 'a pixel is told the intent',
      edit: (editor) => {
        let id = ''
        editor.json(
          { operation: 'checkout.start', scenario: 'pages/way' },
          (_, x) => void (id = startedIntent(x) ?? ''),
        )
        if (!isTelling(id)) throw new NothingToEdit('the intent has no id that tells anything')
        editor.page({ scenario: 'pages/way' }, (page) => ({
          ...page,
          requests: [...page.requests, { method: 'GET', url: `https://pixel.example/p?i=${id}`, body: null }],
        }))
      },
    },
  ],
}
