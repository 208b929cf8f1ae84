import type { Check } from '../../judge/check.ts'
import { show } from '../../judge/look.ts'
import type { Json, PageView } from '../../transcript.ts'
import { oneLine, showsPrice } from './prices.ts'

const scenario = 'pages/start-panel'

function numbers(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}

export const pagesStartButton: Check = {
  id: 'pages/start-button',
  requirement: 'PAG-02',
  level: 'MUST',
  profile: 'public',
  browser: true,
  title:
    'in a browser the preview page shows the offers, and its start button works with the exact text alone',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const { primaryOffer, allowedBumps } = view.contract
    const shown = view.pages({ scenario, step: 'shown' })[0]
    const typed = view.pages({ scenario, step: 'typed' })
    const exact = typed.find(({ variant }) => variant === 'exact')
    if (shown === undefined || exact === undefined) return record.missing('the preview page in a browser')
    const text = oneLine(typeof shown.observed['text'] === 'string' ? shown.observed['text'] : '')
    for (const offer of [primaryOffer, ...allowedBumps]) {
      const there = text.toLowerCase().includes(oneLine(offer.title).toLowerCase())
      record.expect(there && showsPrice(text, offer), shown, {
        message: `the preview page does not show "${offer.title}" with its price`,
        expected: `${offer.unitAmountCents} cents ${offer.currency}, in any usual form`,
        seen: there ? 'the offer without its price' : 'no such offer',
        pointer: '/observed/text',
      })
    }
    if (!(Number(exact.observed['fields']) > 0)) return record.missing('a field to type the text into')
    // Without a script no button can wait for a text: there the server alone decides, and that is judged elsewhere.
    if (!/<script\b/i.test(exact.html)) return
    const near = typed.filter(({ variant }) => variant !== 'exact')
    const waits = (button: Json) =>
      near.every((page: PageView) => !numbers(page.observed['buttons']).includes(button))
    record.expect(numbers(exact.observed['buttons']).some(waits), exact, {
      message: 'no button of the preview page waits for the exact text',
      expected: 'a start button that works with the exact text alone',
      seen: show(
        Object.fromEntries(typed.map((page) => [page.variant ?? '', page.observed['buttons'] ?? null])),
      ),
      pointer: '/observed/buttons',
    })
  },
  counterexamples: [
    {
      name: 'the button works without a text',
      edit: (editor) => {
        const { entries } = editor.transcript()
        const exact = entries.find((each) => each.kind === 'page' && each.variant === 'exact')
        const buttons = exact?.kind === 'page' ? (exact.observed['buttons'] ?? []) : []
        editor.page({ scenario, step: 'typed', variant: 'nothing' }, (page) => ({
          ...page,
          observed: { ...page.observed, buttons },
        }))
      },
    },
    {
      name: 'the button never works',
      edit: (editor) =>
        editor.page({ scenario, step: 'typed', variant: 'exact' }, (page) => ({
          ...page,
          observed: { ...page.observed, buttons: [] },
        })),
    },
    {
      name: 'the page shows nothing',
      edit: (editor) =>
        editor.page({ scenario, step: 'shown' }, (page) => ({ ...page, observed: { text: 'Welcome' } })),
    },
  ],
}
