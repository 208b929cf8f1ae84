import type { Check } from '../../judge/check.ts'
import { isRecognised, repeatsQuestion } from '../../judge/leaks.ts'
import { responseHeader, statusOf, textsOf } from '../../judge/look.ts'

const scenario = 'redaction/surfaces'

/** Hosts under which Stripe hands out URLs that act; its documentation and scripts live elsewhere. */
const stripeUrl =
  /https?:(?:\\?\/){2}(?:checkout|buy|billing|pay|payments|invoice|hooks|connect|dashboard)\.stripe\.com\\?\/[A-Za-z0-9⟦][^\s"'<>]*/gi
const urlWithId = /https?:(?:\\?\/){2}[^\s"'<>]*⟦stripe[-:](?:session|cs)/

/** Whether a text has a Stripe URL that the contract itself does not have: its words are published, whatever they say. */
function handsOut(text: string, published: string): boolean {
  return [...text.matchAll(stripeUrl)].some(
    ([url]) => !published.includes(url.replaceAll('\\/', '/').replace(/[\\.,;:!?)]+$/, '')),
  )
}

export const stripeUrls: Check = {
  id: 'redaction/stripe-urls',
  requirement: 'RED-11',
  level: 'MUST',
  profile: 'sandbox',
  title: "a Stripe URL stands in the redirect route's Location alone",
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    const answers = view.exchanges().filter(({ response }) => response !== null)
    if (!answers.some(isRecognised)) record.missing('no answer in the words of the contract')
    const published = JSON.stringify(view.contract.seed)
    for (const x of answers) {
      const redirect = x.operation === 'checkout.redirect' && Math.floor((statusOf(x) ?? 0) / 100) === 3
      for (const { pointer, text } of textsOf(x)) {
        const isLocation = /^location:/i.test(text) && pointer.startsWith('/response/headers')
        if ((redirect && isLocation) || repeatsQuestion(x, pointer)) continue
        const held = !handsOut(text, published) && !urlWithId.test(text)
        if (pointer !== '/response/body' && held) continue
        record.expect(held, x, {
          message: 'a Stripe URL left the system outside the Location of the redirect route',
          expected: "the implementation's own redirect route",
          seen: `a URL of Stripe's in the answer to ${x.operation}`,
          pointer,
        })
      }
      const at = x.response?.headers.findIndex(([name]) => name.toLowerCase() === 'location') ?? -1
      const location = repeatsQuestion(x, `/response/headers/${at}`)
        ? undefined
        : responseHeader(x, 'location')
      if (location === undefined || !/[?&#][a-z_]*session_?id=[^&]*⟦stripe/i.test(location)) continue
      record.expect(false, x, {
        message: "a redirect carries the session's id in its query",
        expected: 'a Location without session_id',
        seen: 'session_id with the id of the session',
        pointer: '/response/headers',
      })
    }
  },
  counterexamples: [
    {
      name: 'the start answers with the URL of the session',
      edit: (editor) =>
        editor.json({ scenario, step: 'start' }, (body) => {
          body['redirect'] = {
            type: 'url',
            url: 'https://checkout.stripe.com/c/pay/⟦stripe-session#1:raw:0a1b2c3d⟧',
          }
        }),
    },
    {
      name: 'a replay is redirected to it',
      edit: (editor) =>
        editor.addHeader({ scenario, step: 'start-again' }, [
          'location',
          'https://checkout.stripe.com/c/pay/x1',
        ]),
    },
    {
      name: 'the redirect route adds the id to a query',
      edit: (editor) =>
        editor.respond(
          { operation: 'checkout.redirect', step: 'given-redirect' },
          {
            status: 303,
            headers: [['location', '/commerce/checkout?session_id=⟦stripe-session#1:raw:0a1b2c3d⟧']],
          },
        ),
    },
  ],
}
