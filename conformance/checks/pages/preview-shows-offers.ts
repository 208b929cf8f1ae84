import type { Check } from '../../judge/check.ts'
import { isHtml } from '../../judge/html.ts'
import { isSuccess, responseHeader, show, statusOf } from '../../judge/look.ts'
import {
  besideTexts,
  isScripted,
  isUndecoded,
  oneLine,
  pricedContract,
  showsPrice,
  visibleText,
} from './prices.ts'

const scenario = 'pages/preview-static'
const step = 'preview'

export const pagesPreviewShowsOffers: Check = {
  id: 'pages/preview-shows-offers',
  requirement: 'PAG-02',
  level: 'MUST',
  profile: 'public',
  title: "the preview page's HTML shows the primary offer and the bumps with their prices",
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const { primaryOffer, allowedBumps } = view.contract
    record.each(view.exchanges({ scenario, step }), 'the preview page', (x) => {
      const body = x.response?.body ?? ''
      const isPage = record.expect(isSuccess(x) && isHtml(responseHeader(x, 'content-type'), body), x, {
        message: 'the preview page is no HTML page',
        expected: '200 with HTML',
        seen: `${statusOf(x)} ${show(body.slice(0, 60))}`,
        pointer: '/response',
      })
      if (!isPage) return
      const text = visibleText(body)
      if (isScripted(x) && !text.includes(oneLine(primaryOffer.title)))
        return record.notApplicable('a script fills the page: it is judged with a browser')
      const rest = besideTexts(text, view.contract)
      for (const offer of [primaryOffer, ...allowedBumps]) {
        const titled = text.includes(oneLine(offer.title))
        if (!titled && isUndecoded(text))
          return record.missing('a preview page whose character references can all be read')
        record.expect(titled, x, {
          message: `the preview page does not show the offer "${offer.title}"`,
          expected: show(offer.title),
          seen: 'no such text',
          pointer: '/response/body',
        })
        record.expect(showsPrice(rest, offer), x, {
          message: `the preview page does not show the price of "${offer.title}"`,
          expected: `${offer.unitAmountCents} cents ${offer.currency}, in any usual form`,
          seen: 'no such amount',
          pointer: '/response/body',
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'the page shows no prices',
      edit: (editor) => {
        pricedContract(editor.transcript())
        editor.exchange({ scenario, step }, (x) => ({
          ...x,
          response: x.response && { ...x.response, body: x.response.body.replaceAll(/\p{Nd}/gu, '') },
        }))
      },
    },
    {
      name: 'the page is an error',
      edit: (editor) => editor.respond({ scenario, step }, { status: 404 }),
    },
    {
      name: 'the page is about something else',
      edit: (editor) => editor.respond({ scenario, step }, { body: '<!doctype html><h1>Welcome</h1>' }),
    },
  ],
}
