import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, memberOf, sameJson, show } from '../../judge/look.ts'
import { isFirst } from '../../judge/writes.ts'

const scenario = 'non-billing/decisions'
const kept = ['status', 'amountCents', 'currency', 'updatedAt', 'eligible', 'selectedOrderBumpPriceIds']

export const nonBillingIntentUntouched: Check = {
  id: 'non-billing/intent-untouched',
  requirement: 'NBL-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'decisions leave the intent as it was: status, amount, currency, bumps and updatedAt',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'decision-read'],
  judge: (view, record) => {
    if (!view.exchanges({ scenario, step: 'first' }).some(isFirst)) record.missing('a recorded decision')
    const after = view.exchanges({ scenario, step: 'state-after' })
    record.each(after, 'the intent after its decisions', (x) => {
      const [before] = view.exchanges({ scenario, step: 'state-before', variant: x.variant ?? '' })
      if (before === undefined || !isSuccess(before) || !isSuccess(x)) {
        return record.missing('the state of an intent before and after its decisions')
      }
      for (const name of kept) {
        const was = memberOf(before, 'checkout', name)
        const is = memberOf(x, 'checkout', name)
        record.expect(was !== undefined && sameJson(was, is), x, {
          message: `recording a decision changed the intent's ${name}`,
          expected: show(was),
          seen: show(is),
          pointer: `/response/body/checkout/${name}`,
        })
      }
    })
  },
  counterexamples: [
    {
      name: 'a decision changes status',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          objectAt(body, 'checkout')['status'] = 'refunded'
        }),
    },
    {
      name: 'a decision changes amountCents',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          objectAt(body, 'checkout')['amountCents'] = 1
        }),
    },
    {
      name: 'a decision changes updatedAt',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          objectAt(body, 'checkout')['updatedAt'] = 1
        }),
    },
    {
      name: 'a decision changes selectedOrderBumpPriceIds',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          objectAt(body, 'checkout')['selectedOrderBumpPriceIds'] = ['made-up']
        }),
    },
  ],
}
