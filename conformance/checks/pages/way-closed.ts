import type { Check, Counterexample } from '../../judge/check.ts'
import { isHtml, isUsable, tagsIn } from '../../judge/html.ts'
import { responseHeader, show, statusOf } from '../../judge/look.ts'
import { closedPages } from './closed-pages.ts'

const scenario = 'pages/intent-static'
const step = 'success'

export const pagesWayClosed: Check = {
  id: 'pages/way-closed',
  requirement: 'PAG-01',
  level: 'MUST',
  profile: 'sandbox',
  title: "the success page's HTML has no way into the post-purchase path while the intent is not eligible",
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const way = `${view.contract.routes.postPurchase}/`
    record.each(
      closedPages(view, scenario, step),
      'the success page of an intent that is not eligible',
      (x) => {
        const body = x.response?.body ?? ''
        if (!isHtml(responseHeader(x, 'content-type'), body)) {
          record.missing(`a success page (${statusOf(x)})`)
          return
        }
        const link = tagsIn(body)
          .filter(({ name }) => ['a', 'area', 'form', 'button', 'meta'].includes(name))
          .filter(isUsable)
          .flatMap(({ attributes }) =>
            ['href', 'action', 'formaction', 'content'].map((name) => attributes.get(name) ?? ''),
          )
          .find((target) => target.includes(way))
        record.expect(link === undefined, x, {
          message: `the success page of an intent that is ${x.variant ?? ''} shows the way on`,
          expected: 'no link into the post-purchase path',
          seen: show(link),
          pointer: '/response/body',
        })
      },
    )
  },
  counterexamples: [openFor('open'), openFor('claimed'), openFor('failed'), openFor('expired')],
}

function openFor(variant: string): Counterexample {
  return {
    name: `the way is there for an intent that is ${variant}`,
    edit: (editor) => {
      const way = `${editor.transcript().header.seed.postPurchaseDecisions.routePrefix}/i-1`
      editor.respond({ scenario, step, variant }, { body: `<!doctype html><a href="${way}">Continue</a>` })
    },
  }
}
