import type { Check } from '../../judge/check.ts'
import { show } from '../../judge/look.ts'
import { decoded } from './foreign-calls.ts'

const scenario = 'pages/way'
const step = 'way'

/** Whether a link goes to the path of this very intent, however its id is escaped. */
function leadsTo(link: string, path: string, id: string): boolean {
  const at = link.indexOf(path)
  const last = /^[^/?#]*/.exec(link.slice(at + path.length))?.[0] ?? ''
  return at >= 0 && decoded(last) === id
}

export const pagesWayOpens: Check = {
  id: 'pages/way-opens',
  requirement: 'PAG-01',
  level: 'MUST',
  profile: 'sandbox',
  browser: true,
  title: 'in a browser the way on appears once the read says eligible, and not before',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'pay'],
  judge: (view, record) => {
    const views = view.pages({ scenario, step })
    for (const variant of ['open', 'paid', 'completed', 'failed']) {
      const page = views.find((each) => each.variant === variant)
      if (page === undefined || typeof page.observed['eligible'] !== 'boolean') {
        record.missing(`the success page of an intent that is ${variant}, with its state`)
        continue
      }
      const { way, eligible, checkoutIntentId: id } = page.observed
      record.expect((way !== null) === eligible, page, {
        message: eligible
          ? 'the success page of an eligible intent shows no way on'
          : `the success page of an intent that is ${variant} shows the way on`,
        expected: eligible
          ? 'a link into the post-purchase path, at the latest after a reload'
          : 'no such link',
        seen: show(way),
        pointer: '/observed/way',
      })
      if (typeof way !== 'string' || typeof id !== 'string' || !eligible) continue
      record.expect(leadsTo(way, `${view.contract.routes.postPurchase}/`, id), page, {
        message: 'the way on does not lead to this intent',
        expected: `a link that ends in /${id}`,
        seen: show(way),
        pointer: '/observed/way',
      })
    }
  },
  counterexamples: [
    {
      name: 'the way is there before the payment',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'open' }, (page) => ({
          ...page,
          observed: { ...page.observed, way: '/somewhere' },
        })),
    },
    {
      name: 'the way leads to another intent',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'paid' }, (page) => ({
          ...page,
          observed: { ...page.observed, way: '/somewhere/else' },
        })),
    },
    {
      name: 'the way never appears',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'paid' }, (page) => ({
          ...page,
          observed: { ...page.observed, way: null },
        })),
    },
    {
      name: 'the way is there after a failed payment',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'failed' }, (page) => ({
          ...page,
          observed: { ...page.observed, way: '/somewhere' },
        })),
    },
  ],
}
