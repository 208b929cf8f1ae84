import type { Check } from '../../judge/check.ts'
import { headerKeyCounterexamples, judgeHeaderFirst, judgeSameKey } from '../../judge/header-keys.ts'

const scenario = 'idempotency/header-keys'

export const headerKey: Check = {
  id: 'idempotency/header-key',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a key in the header means the same as one in the body, and the body wins',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    judgeHeaderFirst(view, record, scenario)
    judgeSameKey(view, record, scenario, 'body-again', 'header-first')
    judgeSameKey(view, record, scenario, 'header-again', 'header-first')
    judgeSameKey(view, record, scenario, 'both', 'shared-decision')
  },
  counterexamples: [
    ...headerKeyCounterexamples(scenario),
    {
      name: 'the header wins',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'both' },
          { status: 409, body: '{"ok":false,"code":"post_purchase_decision_idempotency_conflict"}' },
        ),
    },
  ],
}
