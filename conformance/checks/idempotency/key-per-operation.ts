import type { Check } from '../../judge/check.ts'
import { isFirst, outcomeOf } from '../../judge/writes.ts'
import { takesReferrals } from '../../judge/referrals.ts'

const scenario = 'idempotency/header-keys'

export const keyPerOperation: Check = {
  id: 'idempotency/key-per-operation',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'the key of a start means nothing to a decision and to a click',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const takesClicks = takesReferrals(view.contract)
    for (const step of ['shared-decision', ...(takesClicks ? ['shared-click'] : [])]) {
      record.each(view.exchanges({ scenario, step }), `a write under the key of a start (${step})`, (x) => {
        record.expect(isFirst(x), x, {
          message: `a key that another operation used before was not taken as new (${step})`,
          expected: '200, duplicate false',
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'the key of a start is a conflict for a decision',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'shared-decision' },
          { status: 409, body: '{"ok":false,"code":"post_purchase_decision_idempotency_conflict"}' },
        ),
    },
    {
      name: 'the key of a start is a replay for a click',
      edit: (editor) =>
        editor.json({ scenario, step: 'shared-click' }, (body) => void (body['duplicate'] = true)),
    },
  ],
}
