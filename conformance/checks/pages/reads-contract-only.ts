import type { Check } from '../../judge/check.ts'
import { show } from '../../judge/look.ts'

const scenario = 'pages/way'

export const pagesReadsContractOnly: Check = {
  id: 'pages/reads-contract-only',
  requirement: 'PAG-01',
  level: 'MUST',
  profile: 'sandbox',
  browser: true,
  title: 'the success page asks none of the write routes, and writes nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const { checkout, clicks, ledger, ownerActions, webhook, decisions } = view.contract.routes
    const others = [checkout, clicks, ledger, ownerActions, webhook]
    const views = view.pages({ scenario })
    if (views.length === 0) record.missing('the success page in a browser')
    for (const page of views) {
      const bad = page.requests.find(({ method, url }) => {
        const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '')
        const reads = method === 'GET' || method === 'HEAD'
        return others.some((route) => path.endsWith(route)) || (!reads && path.endsWith(decisions))
      })
      record.expect(bad === undefined, page, {
        message: 'the success page asks more than the redacted contract',
        expected: `GET ${decisions}`,
        seen: show(bad && `${bad.method} ${bad.url}`),
        pointer: '/requests',
      })
    }
  },
  counterexamples: [
    {
      name: 'the page starts a checkout',
      edit: (editor) => {
        const { endpoint } = editor.transcript().header.seed.sandboxCheckout
        editor.page({ scenario }, (page) => ({
          ...page,
          requests: [
            ...page.requests,
            { method: 'POST', url: `http://target.example${endpoint}`, body: '{}' },
          ],
        }))
      },
    },
  ],
}
