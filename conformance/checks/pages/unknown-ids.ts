import type { Check } from '../../judge/check.ts'
import { isObject, isSuccess, memberOf, statusOf } from '../../judge/look.ts'

const scenario = 'pages/preview-static'

export const pagesUnknownIds: Check = {
  id: 'pages/unknown-ids',
  requirement: 'PAG-05',
  level: 'SHOULD',
  profile: 'public',
  title: 'pages for intents and slugs that nobody knows answer without a server error',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    // A site without the contract's pages has no unknown ones either.
    const known = view.exchanges({ scenario, step: 'preview' }).some(isSuccess)
    const contract = view.exchanges({ operation: 'checkout.read' })
    if (!known || !contract.some((x) => isObject(memberOf(x, 'offer')))) record.missing('the preview page')
    record.each(view.exchanges({ scenario, step: 'unknown' }), 'a page for nobody', (x) => {
      record.expect((statusOf(x) ?? 500) < 500, x, {
        message: `the page for an unknown ${x.variant ?? 'id'} is a server error`,
        expected: 'a page, as 200 or 404',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'an unknown intent is a server error',
      edit: (editor) => editor.respond({ scenario, step: 'unknown', variant: 'intent' }, { status: 500 }),
    },
  ],
}
