import type { Check } from '../../judge/check.ts'
import { isObject, memberOf } from '../../judge/look.ts'

const scenario = 'pages/script-injection'
const step = 'probe'

export const pagesNoScriptInjection: Check = {
  id: 'pages/no-script-injection',
  requirement: 'PAG-04',
  level: 'MUST',
  profile: 'public',
  browser: true,
  title: 'in a browser no id from the URL runs as a script',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const contract = view.exchanges({ operation: 'checkout.read' })
    if (!contract.some((x) => isObject(memberOf(x, 'offer')))) record.missing('the pages of the contract')
    const pages = view.pages({ scenario, step })
    if (!pages.some(({ observed }) => observed['status'] === 200 || observed['status'] === 404)) {
      record.missing('a page whose id is a script')
    }
    for (const page of pages) {
      record.expect(page.observed['ran'] === false, page, {
        message: `an id from the URL ran as a script (${page.operation}, ${page.variant ?? ''})`,
        expected: 'the id as text',
        seen: 'it ran',
        pointer: '/observed/ran',
      })
    }
  },
  counterexamples: [
    {
      name: 'an id runs',
      edit: (editor) =>
        editor.page({ scenario, step }, (page) => ({ ...page, observed: { ...page.observed, ran: true } })),
    },
  ],
}
