import type { Check } from '../../judge/check.ts'
import { isHtml, isUsable, tagsIn } from '../../judge/html.ts'
import { responseHeader, show, statusOf } from '../../judge/look.ts'
import { holdsWord } from '../../judge/whole-word.ts'
import { closedPages } from './closed-pages.ts'

const scenario = 'pages/intent-static'
const step = 'post-purchase'
/** Attributes that say how an element looks, reads or is found, and not what it does. */
const looks = ['class', 'id', 'style', 'title', 'aria-label', 'aria-labelledby', 'aria-describedby', 'rel']
const controls = ['button', 'input', 'a', 'option']

export const pagesButtonsClosed: Check = {
  id: 'pages/buttons-closed',
  requirement: 'PAG-03',
  level: 'MUST',
  profile: 'sandbox',
  title: "the post-purchase page's HTML has no usable decision while the intent is not eligible",
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const kinds = view.contract.decisions.map(({ decisionKind }) => decisionKind)
    record.each(closedPages(view, scenario, step), 'the page of an intent that is not eligible', (x) => {
      const body = x.response?.body ?? ''
      const status = statusOf(x) ?? 500
      // A closed path may as well be no page at all: a redirect or a refusal.
      if (status >= 300 && status < 500) return record.saw()
      if (!isHtml(responseHeader(x, 'content-type'), body))
        return record.missing(`a post-purchase page (${status})`)
      const usable = tagsIn(body).filter((tag) => controls.includes(tag.name) && isUsable(tag))
      const kind = kinds.find((each) =>
        usable.some(({ attributes }) =>
          [...attributes].some(([name, value]) => !looks.includes(name) && holdsWord(value, each)),
        ),
      )
      record.expect(kind === undefined, x, {
        message: `the page of an intent that is ${x.variant ?? ''} has a usable decision`,
        expected: 'no decision, or a disabled one',
        seen: show(kind),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'a decision can be pressed before the payment',
      edit: (editor) => {
        const kind =
          editor.transcript().header.seed.postPurchaseDecisions.allowedDecisions[0]?.decisionKind ?? ''
        editor.respond(
          { scenario, step, variant: 'open' },
          { status: 200, body: `<button value="${kind}">Yes</button>` },
        )
      },
    },
  ],
}
