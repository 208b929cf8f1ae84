import type { Check } from '../../judge/check.ts'
import { errorCode, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'robustness/other-methods'

/** Not allowed, not implemented, or (as routers do that match on the method) not found; 401 and 403 say no as well. */
const refusals = [405, 501, 404, 403, 401]

export const robustnessOtherMethodsRefused: Check = {
  id: 'robustness/other-methods-refused',
  requirement: 'ROB-03',
  level: 'SHOULD',
  profile: 'public',
  title: 'methods that a route does not have are refused',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const all = view.exchanges({ scenario, step: 'other-method' })
    if (!all.some((x) => statusOf(x) === 405 || errorCode(x) !== undefined || statusOf(x) === 404)) {
      record.missing('a refused method')
    }
    // A target that finds nothing anywhere refuses no method: the reads have to be there.
    const reads = view.exchanges({ operation: 'checkout.read' })
    if (!reads.some((x) => memberOf(x, 'offer') !== undefined)) record.missing('a read of the checkout')
    record.each(all, 'another method', (x) => {
      const status = statusOf(x) ?? 0
      record.expect(refusals.includes(status) || (status >= 300 && status < 400), x, {
        message: `${x.request.method} (${x.operation}) is answered as if the route had it`,
        expected: '405',
        seen: `${status} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'PUT is taken for POST',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'other-method', operation: 'checkout.start', variant: 'PUT' },
          { status: 200, body: '{"ok":true,"status":"preview"}' },
        ),
    },
    {
      name: 'DELETE reaches the route',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'other-method', operation: 'decision.record', variant: 'DELETE' },
          { status: 400, body: '{"ok":false,"code":"checkout_intent_not_found"}' },
        ),
    },
  ],
}
