import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, sameJson, show } from '../../judge/look.ts'
import type { Json } from '../../transcript.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'staleness/expected-times'
const shown = [
  'checkoutIntentId',
  'status',
  'amountCents',
  'currency',
  'updatedAt',
  'eligible',
  'selectedOrderBumpPriceIds',
]

/** A list in an order of its own: that of the bumps is free. */
function inOrder(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? [...(value as readonly Json[])].sort() : value
}

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
      for (const name of shown) {
        const is = inOrder(memberOf(current, 'checkout', name))
        const told = inOrder(memberOf(x, 'checkout', name))
        record.expect(is !== undefined && sameJson(is, told), x, {
          message: `the conflict does not show the present state: checkout.${name}`,
          expected: show(is),
          seen: show(told),
          pointer: `/response/body/checkout/${name}`,
        })
      }
    })
    // A target may look for no key in the header; then it refuses that, which is judged by IDM-08.
    record.each(view.exchanges({ scenario, step: 'stale-by-header' }), 'a decision by header key', (x) => {
      record.expect(isRefusal(x), x, {
        message:
          "a decision with its key in the header, on a time that is not the intent's updatedAt, was taken",
        expected: 'a 4xx with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
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
      name: 'with its key in the header a decision is taken on any time',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'stale-by-header' },
          { status: 200, body: '{"ok":true,"duplicate":false,"decision":{"decisionId":"made-up"}}' },
        ),
    },
    {
      name: 'the conflict shows another amount',
      edit: (editor) =>
        editor.json({ scenario, step: 'stale' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), amountCents: 1 }
        }),
    },
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
