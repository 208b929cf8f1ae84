import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { memberOf, show } from '../../judge/look.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'non-billing/decisions'

export const presentedOffer: Check = {
  id: 'non-billing/presented-offer',
  requirement: 'NBL-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'presentedOfferId and offerStackId of a decision follow from its kind, as seeded',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const { decisions, stack } = view.contract
    for (const step of ['first', 'again']) {
      record.each(view.exchanges({ scenario, step }), 'a decision', (x) => {
        if (writtenId(x) === undefined) return record.missing(`a decision: ${outcomeOf(x)}`)
        const seeded = decisions.find(({ decisionKind }) => decisionKind === x.about['decisionKind'])
        const expected = {
          decisionKind: seeded?.decisionKind,
          presentedOfferId: seeded?.presentedOfferId,
          offerStackId: stack.id,
          checkoutIntentId: x.about['checkoutIntentId'],
        }
        for (const [name, value] of Object.entries(expected)) {
          const seen = memberOf(x, 'decision', name)
          record.expect(seen === value, x, {
            message: `the decision ${show(seeded?.decisionKind)} is filed under another ${name} than the seed says`,
            expected: show(value),
            seen: show(seen),
            pointer: `/response/body/decision/${name}`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'a kind names the offer of another',
      edit: (editor) =>
        editor.json({ scenario, step: 'first', nth: -1 }, (body) => {
          objectAt(body, 'decision')['presentedOfferId'] = 'another-offer'
        }),
    },
    {
      name: 'a replay names another stack',
      edit: (editor) =>
        editor.json({ scenario, step: 'again' }, (body) => {
          objectAt(body, 'decision')['offerStackId'] = 'another-stack'
        }),
    },
  ],
}
