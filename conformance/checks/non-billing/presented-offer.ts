import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { answersAs } from '../../judge/edits.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'
import { outcomeOf, writtenId } from '../../judge/writes.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'non-billing/decisions'

/** A refusal of what was asked for; a conflict may have another reason. */
const refusesKind = (x: Exchange) => errorCode(x) !== undefined && [400, 404, 422].includes(statusOf(x) ?? 0)

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
        if (writtenId(x) === undefined) {
          if (!refusesKind(x)) return record.missing(`a decision: ${outcomeOf(x)}`)
          record.expect(false, x, {
            message: `the seeded decision kind ${show(x.about['decisionKind'])} is refused`,
            expected: 'a recorded decision, as for the other kinds',
            seen: outcomeOf(x),
            pointer: '/response/status',
          })
          return
        }
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
    answersAs('the last of the kinds is not known', { scenario, step: 'first', nth: -1 }, 400, {
      ok: false,
      code: 'unsupported_post_purchase_decision',
    }),
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
