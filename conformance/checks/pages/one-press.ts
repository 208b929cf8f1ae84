import type { Check } from '../../judge/check.ts'
import { show } from '../../judge/look.ts'

const scenario = 'pages/press'
const step = 'press'

export const pagesOnePress: Check = {
  id: 'pages/one-press',
  requirement: 'PAG-03',
  level: 'MUST',
  profile: 'sandbox',
  browser: true,
  title: 'in a browser decisions can be pressed for eligible intents alone, and a double press records one',
  scenarios: [scenario],
  needs: ['start', 'pay'],
  judge: (view, record) => {
    const open = view.pages({ scenario, step, variant: 'open' })[0]
    const paid = view.pages({ scenario, step, variant: 'paid' })[0]
    if (open === undefined || paid === undefined) return record.missing('the post-purchase page in a browser')
    record.expect(open.observed['asked'] === 0, open, {
      message: 'the page of an unpaid intent has a button that asks for a decision',
      expected: 'no such button',
      seen: `${show(open.observed['asked'])} requests`,
      pointer: '/observed/asked',
    })
    record.expect(Number(paid.observed['asked']) > 0, paid, {
      message: 'the page of an eligible intent has no button that asks for a decision',
      expected: 'decision buttons',
      seen: `${show(paid.observed['pressed'])} buttons pressed, no request`,
      pointer: '/observed/asked',
    })
    const { decisions, recorded } = paid.observed
    const answered = Array.isArray(decisions) ? decisions.length : 0
    // A page whose own route takes the press shows no decision: there the counts tell.
    const count = answered > 0 ? answered : Number(recorded ?? 0)
    if (count === 0 && Number(paid.observed['asked']) > 0)
      return record.missing('a decision that a press recorded')
    record.expect(count <= 1, paid, {
      message: 'a double press recorded two decisions',
      expected: 'one decision',
      seen: answered > 0 ? show(decisions) : `the counts rose by ${count}`,
      pointer: answered > 0 ? '/observed/decisions' : '/observed/recorded',
    })
  },
  counterexamples: [
    {
      name: 'a double press records two decisions',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'paid' }, (page) => ({
          ...page,
          observed: { ...page.observed, decisions: ['d-1', 'd-2'] },
        })),
    },
    {
      name: 'a double press on a form is counted twice',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'paid' }, (page) => ({
          ...page,
          observed: { ...page.observed, decisions: [], recorded: 2 },
        })),
    },
    {
      name: 'the buttons are there before the payment',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'open' }, (page) => ({
          ...page,
          observed: { ...page.observed, asked: 1 },
        })),
    },
    {
      name: 'there are no buttons at all',
      edit: (editor) =>
        editor.page({ scenario, step, variant: 'paid' }, (page) => ({
          ...page,
          observed: { ...page.observed, asked: 0 },
        })),
    },
  ],
}
