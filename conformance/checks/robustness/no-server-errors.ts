import type { Check } from '../../judge/check.ts'
import { errorCode, isPreview, statusOf } from '../../judge/look.ts'
import { metStripeFailing } from '../../judge/stripe-failures.ts'
import { isServerError, writes } from './declared.ts'

const scenarios = ['robustness/odd-bodies', 'robustness/malformed', 'robustness/odd-values']

export const robustnessNoServerErrors: Check = {
  id: 'robustness/no-server-errors',
  requirement: 'ROB-01',
  level: 'MUST',
  profile: 'public',
  title: 'no write of the run, however odd its body, is answered with a server error',
  scenarios,
  needs: ['checkout-read'],
  judge: (view, record) => {
    const odd = view.exchanges({ scenario: 'robustness/odd-bodies', step: 'odd' })
    // A target that refuses everything in words of its own shows nothing about its parser.
    if (!odd.some((x) => isPreview(x) || errorCode(x) !== undefined)) {
      record.missing('an answer in the words of the contract to an odd body')
    }
    const driven = view
      .exchanges()
      .filter((x) => writes.includes(x.operation) && x.response !== null && !metStripeFailing(x))
    for (const x of driven) {
      record.expect(!isServerError(x), x, {
        message: `${x.operation} (${x.step}${x.variant === undefined ? '' : `: ${x.variant}`}) was a server error`,
        expected: 'a status below 500',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    }
  },
  counterexamples: [
    {
      name: 'a deeply nested body is a server error',
      edit: (editor) =>
        editor.respond(
          { scenario: 'robustness/odd-bodies', step: 'odd', variant: 'decision.record/deep-objects' },
          { status: 500 },
        ),
    },
    {
      name: 'a key that is hard to keep is a server error',
      edit: (editor) =>
        editor.respond(
          {
            scenario: 'robustness/odd-values',
            step: 'odd-value',
            variant: 'decision.record idempotencyKey/half-a-pair',
          },
          { status: 500 },
        ),
    },
    {
      name: 'an odd character is a bad gateway',
      edit: (editor) =>
        editor.respond(
          { scenario: 'robustness/odd-bodies', step: 'odd', variant: 'click.record/odd-unicode' },
          { status: 502 },
        ),
    },
  ],
}
