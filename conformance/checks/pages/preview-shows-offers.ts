import type { Check } from '../../judge/check.ts'
import { isHtml } from '../../judge/html.ts'
import { isSuccess, responseHeader, show, statusOf } from '../../judge/look.ts'
import { isScripted, oneLine, showsPrice, visibleText } from './prices.ts'

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
    const { primaryOffer, allowedBumps, texts } = view.contract
    record.each(view.exchanges({ scenario, step }), 'the preview page', (x) => {
      const body = x.response?.body ?? ''
      const page = isSuccess(x) && isHtml(responseHeader(x, 'content-type'), body)
      if (
        !record.expect(page, x, {
          message: 'the preview page is no HTML page',
          expected: '200 with HTML',
          seen: `${statusOf(x)} ${show(body.slice(0, 60))}`,
          pointer: '/response',
        })
      )
        return
      const text = visibleText(body)
      if (isScripted(x) && !text.includes(oneLine(primaryOffer.title))) {
        record.notApplicable('a script fills the page: it is judged with a browser')
        return
      }
      // An amount in the confirmation text, in a title or in a promise is no price tag.
      const told = [
        texts.checkout,
        ...[primaryOffer, ...allowedBumps].flatMap(({ title, customerPromise = '' }) => [
          customerPromise,
          title,
        ]),
      ]
      // But words that are a piece of a price tag, or a single word, may stand within one: those are left in their place.
      const labels = [primaryOffer, ...allowedBumps].map(({ priceLabel = '' }) => oneLine(priceLabel))
      const rest = told
        .map(oneLine)
        .filter((words) => words.includes(' ') && !labels.some((label) => label.includes(words)))
        .reduce((left, words) => left.replaceAll(words, ' '), text)
      for (const offer of [primaryOffer, ...allowedBumps]) {
        record.expect(text.includes(oneLine(offer.title)), x, {
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
      edit: (editor) =>
        editor.exchange({ scenario, step }, (x) => ({
          ...x,
          response: x.response && { ...x.response, body: x.response.body.replaceAll(/[\d]/g, '') },
        })),
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
