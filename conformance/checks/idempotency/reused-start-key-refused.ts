import type { Check } from '../../judge/check.ts'
import { isRefusal, outcomeOf } from '../../judge/writes.ts'

const scenario = 'idempotency/start-keys'

export const reusedStartKeyRefused: Check = {
  id: 'idempotency/reused-start-key-refused',
  requirement: 'IDM-06',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a checkout key reused with another basket is refused',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    if (view.contract.buyableBumps.length === 0) {
      record.notApplicable('the seed has no order bump that can be bought, so there is no other basket')
      return
    }
    const reused = view.exchanges({ scenario, step: 'reused', variant: 'other-basket' })
    record.each(reused, 'another basket under a used key', (x) => {
      record.expect(isRefusal(x), x, {
        message: 'another basket under a used key was answered as if nothing had changed',
        expected: 'a 4xx with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'the first intent is answered for another basket',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'reused', variant: 'other-basket' },
          { status: 200, body: '{"ok":true,"checkoutIntentId":"the-first","duplicate":true}' },
        ),
    },
  ],
}
