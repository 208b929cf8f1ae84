import type { Check } from '../../judge/check.ts'
import { errorCode, isPreview, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'robustness/malformed'

export const robustnessMalformedRefused: Check = {
  id: 'robustness/malformed-refused',
  requirement: 'ROB-01',
  level: 'MUST',
  profile: 'public',
  title: 'malformed JSON, null, arrays and scalars get a 4xx with a code, or a preview of the checkout',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'malformed' }), 'a malformed body', (x) => {
      // Where no webhook secret is configured the route says so before it reads anything (WIRE 5).
      const closed = x.operation === 'webhook.deliver' && statusOf(x) === 503
      const refused = errorCode(x) !== undefined && (closed || (statusOf(x) ?? 500) < 500)
      const preview = x.operation === 'checkout.start' && isPreview(x)
      record.expect(refused || preview, x, {
        message: `the body "${x.variant ?? ''}" was not refused`,
        expected: x.operation === 'checkout.start' ? '4xx with a code, or a preview' : '4xx with a code',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'null is a server error',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'malformed', variant: 'decision.record/null' },
          { status: 500, body: '{"ok":false,"code":"internal_error"}' },
        ),
    },
    {
      name: 'an array is taken',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'malformed', variant: 'click.record/array' },
          { status: 200, body: '{"ok":true,"status":"recorded","referralClickId":"c-1"}' },
        ),
    },
    {
      name: 'malformed JSON is refused without a code',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'malformed', variant: 'ledger.record/cut-off' },
          { status: 400, body: 'Bad Request' },
        ),
    },
  ],
}
