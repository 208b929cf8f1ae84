import type { Check } from '../../judge/check.ts'
import { isSuccess, jsonOf, member, show } from '../../judge/look.ts'
import { rowsOf } from '../../judge/summary.ts'
import { NothingToEdit, objectAt } from '../../judge/editor.ts'

const scenario = 'source-data/reads'
const pinned = ['id', 'productId', 'priceId', 'unitAmountCents', 'currency'] as const

export const offerRecords: Check = {
  id: 'source-data/offers',
  requirement: 'SRC-03',
  level: 'MUST',
  profile: 'public',
  title:
    'the primary offer, every bump and every follow-up offer is published with its ids, price and currency',
  scenarios: [scenario],
  needs: ['source-data'],
  judge: ({ contract, exchanges }, record) => {
    record.each(exchanges({ scenario, operation: 'source-data.read' }), 'the source data', (x) => {
      if (!isSuccess(x)) return record.missing('the source data could not be read')
      for (const stack of contract.seed.stacks) {
        const published = rowsOf(member(jsonOf(x), 'stacks')).find((one) => member(one, 'id') === stack.id)
        const groups = [
          ['the primary offer', [stack.primaryOffer], [member(published, 'primaryOffer') ?? null]],
          ['an order bump', stack.orderBumps, rowsOf(member(published, 'orderBumps'))],
          [
            'a follow-up offer',
            stack.postPurchasePath.offers,
            rowsOf(member(published, 'postPurchasePath', 'offers')),
          ],
        ] as const
        for (const [what, seeded, found] of groups) {
          for (const offer of seeded) {
            const record_ = found.find((one) => member(one, 'id') === offer.id)
            for (const name of pinned) {
              const seen = member(record_, name)
              record.expect(seen === offer[name], x, {
                message: `${what} is not published as seeded: ${offer.id}, ${name}`,
                expected: show(offer[name]),
                seen: record_ === undefined ? 'no record with that id' : show(seen),
                pointer: '/response/body/stacks',
              })
            }
          }
        }
      }
    })
  },
  counterexamples: [
    {
      name: 'the follow-up offers are left out',
      edit: (editor) =>
        editor.json({ scenario }, (body) => {
          objectAt(body, 'stacks', '0', 'postPurchasePath')['offers'] = []
        }),
    },
    {
      name: 'the price of the primary offer is wrong',
      edit: (editor) =>
        editor.json({ scenario }, (body) => {
          objectAt(body, 'stacks', '0', 'primaryOffer')['unitAmountCents'] = 1
        }),
    },
    {
      name: 'the order bumps are left out',
      edit: (editor) =>
        editor.json({ scenario }, (body) => {
          const stack = objectAt(body, 'stacks', '0')
          if (rowsOf(stack['orderBumps']).length === 0) throw new NothingToEdit('the seed has no order bumps')
          stack['orderBumps'] = []
        }),
    },
  ],
}
