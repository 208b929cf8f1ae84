import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/mass-assignment'

export const clientClaims: Check = {
  id: 'confirmation/client-claims',
  requirement: 'CNF-10',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a client that calls an intent paid opens nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: ({ exchanges }, record) => {
    record.each(exchanges({ scenario, step: 'decide-open' }), 'a decision that claims to be paid', (x) => {
      const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
      record.expect(refused, x, {
        message: 'a decision on an open intent passed because the client called it paid',
        expected: '409 post_purchase_checkout_not_eligible',
        seen: isSuccess(x) ? 'a recorded decision' : `status ${statusOf(x)}`,
        pointer: '/response/status',
      })
    })
    record.each(exchanges({ scenario, step: 'read-with-claims' }), 'a read that claims to be paid', (x) => {
      const eligible = memberOf(x, 'checkout', 'eligible')
      record.expect(eligible !== true && statusOf(x) !== undefined, x, {
        message: 'the query of a read opened the intent',
        expected: 'checkout.eligible: false',
        seen: show(eligible),
        pointer: '/response/body/checkout/eligible',
      })
    })
  },
  counterexamples: [
    {
      name: 'the claim opens the intent',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'decide-open' },
          { status: 200, body: '{"ok":true,"decision":{"decisionId":"d-1"}}' },
        ),
    },
    {
      name: 'the query opens the intent',
      edit: (editor) =>
        editor.json({ scenario, step: 'read-with-claims' }, (body) => {
          objectAt(body, 'checkout')['eligible'] = true
        }),
    },
  ],
}
