import type { Check, Counterexample } from '../../judge/check.ts'
import { show } from '../../judge/look.ts'
import type { Where } from '../../judge/view.ts'
import type { Json, JsonObject, PageView, Transcript } from '../../transcript.ts'
import { besideTexts, oneLine, pricedContract, showsPrice } from './prices.ts'

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
    const rest = besideTexts(text, view.contract)
    for (const offer of [primaryOffer, ...allowedBumps]) {
      const there = text.toLowerCase().includes(oneLine(offer.title).toLowerCase())
      record.expect(there && showsPrice(rest, offer), shown, {
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
      seen: show(typed.map(({ variant, observed }) => [variant, observed['buttons']])),
      pointer: '/observed/buttons',
    })
  },
  counterexamples: [
    observing('the button works without a text', { step: 'typed', variant: 'nothing' }, ({ entries }) => {
      const exact = entries.find((each) => each.kind === 'page' && each.variant === 'exact')
      return { buttons: exact?.kind === 'page' ? (exact.observed['buttons'] ?? []) : [] }
    }),
    observing('the button never works', { step: 'typed', variant: 'exact' }, () => ({ buttons: [] })),
    observing('the page shows nothing', { step: 'shown' }, () => ({ text: 'Welcome' })),
    observing('the page shows its offers without prices', { step: 'shown' }, (transcript) => {
      const { primaryOffer, allowedBumps, texts } = pricedContract(transcript)
      const titles = [primaryOffer, ...allowedBumps].map(({ title }) => title)
      return { text: [...titles, texts.checkout].join('\n') }
    }),
  ],
}

function observing(name: string, where: Where, seen: (transcript: Transcript) => JsonObject): Counterexample {
  return {
    name,
    edit: (editor) => {
      const more = seen(editor.transcript())
      editor.page({ scenario, ...where }, (page) => ({ ...page, observed: { ...page.observed, ...more } }))
    },
  }
}
