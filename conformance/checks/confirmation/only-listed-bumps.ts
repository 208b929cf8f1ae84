import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, startedIntent, statusOf } from '../../judge/look.ts'

const scenario = 'confirmation/what-is-bought'
const step = 'unlisted-bump'

export const onlyListedBumps: Check = {
  id: 'confirmation/only-listed-bumps',
  requirement: 'CNF-07',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no bump off the allow-list is added',
  scenarios: [scenario],
  needs: ['start'],
  judge: (view, record) => {
    // A target that refuses every start refuses these, too, and shows nothing by it.
    if (!view.exchanges({ scenario, step: 'start' }).some((x) => startedIntent(x) !== undefined))
      record.missing('no start of the seeded choice came about')
    record.each(view.exchanges({ scenario, step }), 'a start with a bump off the allow-list', (x) => {
      const refused = errorCode(x) !== undefined && (statusOf(x) ?? 500) < 500
      record.expect(refused, x, {
        message: `the price ${show(x.about['priceId'])} was not refused as an order bump`,
        expected: '400 unsupported_order_bump',
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
      name: 'a bump off the list is sold',
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
      name: 'a bump off the list is left out without a word',
      edit: (editor) =>
        editor.respond({ scenario, step, nth: -1 }, { status: 200, body: '{"ok":true,"status":"preview"}' }),
    },
  ],
}
