import type { Check } from '../../judge/check.ts'
import { judgeRetried } from '../../judge/retried.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'staleness/expected-times'

export const expectedTimeRequired: Check = {
  id: 'staleness/expected-time-required',
  requirement: 'STL-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision needs expectedCheckoutUpdatedAt as a positive integer',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    const refused = view.exchanges({ scenario, step: 'no-time' })
    record.each(refused, 'a decision without a usable expected time', (x) => {
      record.expect(isRefusal(x), x, {
        message: `a decision whose expectedCheckoutUpdatedAt is no positive integer (${x.variant ?? ''}) was not refused`,
        expected: 'a 4xx with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
    judgeRetried(record, view.exchanges({ scenario, step: 'no-time-retried' }), refused)
  },
  counterexamples: [
    {
      name: 'a string is taken for the time',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'no-time', variant: 'string' },
          { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"made-up"}}' },
        ),
    },
    {
      name: 'a refused decision was recorded all the same',
      edit: (editor) =>
        editor.json({ scenario, step: 'no-time-retried' }, (body) => void (body['duplicate'] = true)),
    },
  ],
}
