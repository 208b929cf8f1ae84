import type { Check } from '../../judge/check.ts'
import { answersAs } from '../../judge/edits.ts'
import { isFirst, isLimited, outcomeOf } from '../../judge/writes.ts'

/** Each intent there takes one decision for each offer, and has taken none of them before. */
const scenario = 'non-billing/decisions'
const step = 'first'

export const takesEveryKind: Check = {
  id: 'eligibility/takes-every-kind',
  requirement: 'ELG-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an open intent takes a decision of each seeded kind, whatever other intents decided',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step }), 'a first decision on an offer', (x) => {
      if (isLimited(x)) return record.missing('a decision that was not put off')
      record.expect(isFirst(x), x, {
        message: `an open intent that had not decided on the offer took no decision (${x.variant ?? ''})`,
        expected: '200 post_purchase_decision_recorded',
        seen: outcomeOf(x),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    answersAs('what another intent decided stands in the way', { scenario, step, nth: -1 }, 409, {
      ok: false,
      code: 'post_purchase_decision_already_made',
    }),
  ],
}
