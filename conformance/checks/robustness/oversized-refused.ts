import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'

const scenario = 'robustness/oversized'

/** What the routes say of these bodies once they have read them (WIRE 6 to 8). */
const readAndRefused = [
  'checkout_intent_not_found',
  'unsupported_referral_link',
  'checkout_intent_not_trusted',
  'checkout_referral_attribution_required',
]

export const robustnessOversizedRefused: Check = {
  id: 'robustness/oversized-refused',
  requirement: 'ROB-03',
  level: 'SHOULD',
  profile: 'public',
  title: 'bodies of 5 MiB are refused, and not read to the end',
  scenarios: [scenario],
  needs: ['checkout-read'],
  judge: (view, record) => {
    const reads = view.exchanges({ operation: 'checkout.read' })
    if (!reads.some((x) => memberOf(x, 'offer') !== undefined)) record.missing('a read of the checkout')
    for (const x of view.exchanges({ scenario, step: 'oversized' })) {
      if (x.failure?.kind === 'timeout') {
        record.missing('an answer to an oversized body')
        continue
      }
      // A connection that is closed while we still send has refused, too.
      record.expect(!isSuccess(x) && !readAndRefused.includes(errorCode(x) ?? ''), x, {
        message: `a body of 5 MiB was read (${x.operation})`,
        expected: '413, or a closed connection',
        seen: `${statusOf(x)} ${show(errorCode(x) ?? memberOf(x, 'status'))}`,
        pointer: '/response/status',
      })
    }
  },
  counterexamples: [
    {
      name: 'the checkout previews an oversized body',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'oversized', operation: 'checkout.start' },
          { status: 200, body: '{"ok":true,"status":"preview"}' },
        ),
    },
    {
      name: 'a decision reads an oversized body',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'oversized', operation: 'decision.record' },
          { status: 400, body: '{"ok":false,"code":"checkout_intent_not_found"}' },
        ),
    },
  ],
}
