import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'staleness/expected-times'

export const staleRefused: Check = {
  id: 'staleness/stale-refused',
  requirement: 'STL-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision on another time than the present one is a conflict that shows the present state',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'decision-read'],
  judge: (view, record) => {
    const [current] = view.exchanges({ scenario, step: 'current' })
    if (current === undefined || !isSuccess(current)) {
      record.missing('the present state of the intent')
      return
    }
    record.each(view.exchanges({ scenario, step: 'stale' }), 'a decision on another time', (x) => {
      const conflict = record.expect(isRefusal(x, 409), x, {
        message: `a decision on a time that is not the intent's updatedAt (${x.variant ?? ''}) was not a conflict`,
        expected: '409 with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
      if (!conflict) return
      for (const name of ['checkoutIntentId', 'status', 'updatedAt', 'eligible']) {
        const is = memberOf(current, 'checkout', name)
        const told = memberOf(x, 'checkout', name)
        record.expect(is !== undefined && told === is, x, {
          message: `the conflict does not show the present state: checkout.${name}`,
          expected: show(is),
          seen: show(told),
          pointer: `/response/body/checkout/${name}`,
        })
      }
    })
    // Which of two refusals comes first is open, where a target takes one decision an offer: so no word on the state.
    record.each(view.exchanges({ scenario, step: 'stale-later' }), 'a later decision', (x) => {
      record.expect(isRefusal(x, 409), x, {
        message: `a further decision on a time that is not the intent's updatedAt (${x.variant ?? ''}) was not a conflict`,
        expected: '409 with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'a further decision is taken on any time',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'stale-later', nth: -1 },
          { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"made-up"}}' },
        ),
    },
    {
      name: 'one second later is recorded',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'stale', variant: 'second-after' },
          { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"made-up"}}' },
        ),
    },
    {
      name: 'the conflict hides the state',
      edit: (editor) => editor.json({ scenario, step: 'stale' }, (body) => void delete body['checkout']),
    },
    {
      name: 'the conflict shows an old state',
      edit: (editor) =>
        editor.json({ scenario, step: 'stale' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), updatedAt: 1 }
        }),
    },
  ],
}
