import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/what-is-bought'
const step = 'other-primary'

export const onlyThePrimary: Check = {
  id: 'confirmation/only-the-primary',
  requirement: 'CNF-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no other offer is sold as the primary one',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    // A target that refuses every start refuses these, too, and shows nothing by it.
    if (!view.exchanges({ scenario, step: 'start' }).some((x) => startedIntent(x) !== undefined))
      record.missing('no start of the seeded choice came about')
    record.each(view.exchanges({ scenario, step }), 'a start with another offer as the primary one', (x) => {
      const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
      record.expect(refused, x, {
        message: `the price ${show(x.about['priceId'])} was not refused as the primary offer`,
        expected: '404 sandbox_offer_not_found',
        seen:
          startedIntent(x) === undefined
            ? `status ${statusOf(x)}, ${show(memberOf(x, 'status'))}`
            : 'a started checkout',
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'another offer is sold',
      edit: (editor) =>
        editor.respond(
          { scenario, step },
          {
            status: 200,
            body: '{"ok":true,"status":"stripe_session_created","checkoutIntentId":"checkout-intent-made-up"}',
          },
        ),
    },
    {
      name: 'an unknown price is previewed as if it were the primary one',
      edit: (editor) =>
        editor.respond({ scenario, step, nth: -1 }, { status: 200, body: '{"ok":true,"status":"preview"}' }),
    },
  ],
}
