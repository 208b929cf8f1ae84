import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import { objectAt } from '../../judge/editor.ts'
import { rowsOf } from '../../judge/summary.ts'
import type { Json } from '../../transcript.ts'

const scenario = 'confirmation/what-is-bought'

/** Where the answer of a step says what is bought. */
const places = {
  preview: { total: ['totalAmountCents'], bumps: ['selectedOrderBumpPriceIds'] },
  read: { total: ['checkout', 'amountCents'], bumps: ['checkout', 'selectedOrderBumpPriceIds'] },
} as const

export const totals: Check = {
  id: 'confirmation/totals',
  requirement: 'CNF-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'totals are the sums of the seeded prices, and a bump named twice counts once',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: ({ contract, exchanges }, record) => {
    for (const [step, { total, bumps }] of Object.entries(places)) {
      record.each(exchanges({ scenario, step }), `what is bought (${step})`, (x) => {
        if (!isSuccess(x)) return record.missing(`a ${step} was answered with status ${statusOf(x)}`)
        const amount = memberOf(x, ...total)
        record.expect(amount === x.about['totalCents'], x, {
          message: `the total of the ${step} is not the sum of the seeded prices (${x.variant ?? ''})`,
          expected: show(x.about['totalCents']),
          seen: show(amount),
          pointer: `/response/body/${total.join('/')}`,
        })
        const chosen = memberOf(x, ...bumps)
        record.expect(sameSet(chosen, x.about['bumpPriceIds']), x, {
          message: `the chosen bumps of the ${step} are not the ones asked for (${x.variant ?? ''})`,
          expected: show(x.about['bumpPriceIds']),
          seen: show(chosen),
          pointer: `/response/body/${bumps.join('/')}`,
        })
      })
    }
    const { currency } = contract.primaryOffer
    record.each(exchanges({ scenario, step: 'read' }), 'the currency', (x) => {
      const seen = memberOf(x, 'checkout', 'currency')
      record.expect(seen === currency, x, {
        message: `the intent is in another currency (${x.variant ?? ''})`,
        expected: currency,
        seen: show(seen),
        pointer: '/response/body/checkout/currency',
      })
    })
  },
  counterexamples: [
    {
      name: 'the intent costs a cent more',
      edit: (editor) =>
        editor.json({ scenario, step: 'read' }, (body) => {
          const checkout = objectAt(body, 'checkout')
          checkout['amountCents'] = Number(checkout['amountCents']) + 1
        }),
    },
    {
      name: 'a bump named twice is chosen twice',
      edit: (editor) =>
        editor.json({ scenario, step: 'preview', variant: 'bump-1-twice' }, (body) => {
          const chosen = rowsOf(body['selectedOrderBumpPriceIds'])
          body['selectedOrderBumpPriceIds'] = [...chosen, ...chosen]
        }),
    },
    {
      name: 'the preview has no total',
      edit: (editor) =>
        editor.json({ scenario, step: 'preview' }, (body) => void delete body['totalAmountCents']),
    },
  ],
}

function sameSet(a: Json | undefined, b: Json | undefined): boolean {
  const [one, other] = [rowsOf(a), rowsOf(b)]
  return Array.isArray(a) && one.length === other.length && other.every((id) => one.includes(id))
}
