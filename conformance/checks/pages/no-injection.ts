import type { Check, Counterexample } from '../../judge/check.ts'
import { isHtml, tagsIn, type Tag } from '../../judge/html.ts'
import { isObject, memberOf, responseHeader, show } from '../../judge/look.ts'

const scenario = 'pages/injection'

/** What of a tag came from the probe and would act: the element, an attribute, a script in a link. */
function injected({ name, attributes }: Tag, token: string): string | undefined {
  if (name.includes(`x${token}`)) return `<${name}>`
  for (const [attribute, value] of attributes) {
    if (attribute.includes(`x${token}`)) return `an attribute of <${name}>`
    const link = value.replaceAll(/[\s\p{Cc}]/gu, '').toLowerCase()
    const acts = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(attribute)
    if (acts && link.startsWith('javascript:') && link.includes(`x${token}`))
      return `${attribute} of <${name}>`
  }
  return undefined
}

export const pagesNoInjection: Check = {
  id: 'pages/no-injection',
  requirement: 'PAG-04',
  level: 'MUST',
  profile: 'public',
  title: 'ids in path and query come back as text alone, wherever a page writes them',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const contract = view.exchanges({ operation: 'checkout.read' })
    if (!contract.some((x) => isObject(memberOf(x, 'offer')))) record.missing('the pages of the contract')
    record.each(view.exchanges({ scenario, step: 'probe' }), 'a page whose id is markup', (x) => {
      const body = x.response?.body ?? ''
      const token = x.about['token']
      if (typeof token !== 'string' || !isHtml(responseHeader(x, 'content-type'), body)) return record.saw()
      const found = tagsIn(body)
        .map((tag) => injected(tag, token))
        .find((place) => place !== undefined)
      record.expect(found === undefined, x, {
        message: `an id from the URL became markup (${x.variant ?? ''})`,
        expected: 'the id as text, escaped',
        seen: show(found),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    reflected('element'),
    reflected('double-quoted'),
    reflected('script'),
    reflected('attribute'),
    reflected('link'),
  ],
}

function reflected(probe: string): Counterexample {
  return {
    name: `the page writes the id as it is (${probe})`,
    edit: (editor) =>
      editor.exchange({ scenario, step: 'probe', variant: `${probe}/success` }, (x) => {
        const id = decodeURIComponent(/checkout_intent_id=([^&]*)/.exec(x.request.path)?.[1] ?? '')
        const body = `<p>${id}</p><script>const id = "${id}"</script><a title="${id}" href="${id}">on</a>`
        return { ...x, response: x.response && { ...x.response, body } }
      }),
  }
}
