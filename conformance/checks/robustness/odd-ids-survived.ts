import type { Check } from '../../judge/check.ts'
import { isObject, isSuccess, memberOf, statusOf } from '../../judge/look.ts'
import { isServerError } from './declared.ts'

const scenario = 'robustness/odd-ids'

export const robustnessOddIdsSurvived: Check = {
  id: 'robustness/odd-ids-survived',
  requirement: 'ROB-04',
  level: 'MUST',
  profile: 'public',
  title: 'ids from outside, in path or query, never cause a server error',
  scenarios: [scenario],
  needs: ['decision-read'],
  judge: (view, record) => {
    const plain = view.exchanges({ scenario, step: 'plain-id' })
    if (!plain.some((x) => isSuccess(x) && isObject(memberOf(x, 'contract')))) {
      record.missing('a read for a plain, unknown id')
    }
    record.each(view.exchanges({ scenario, step: 'odd-id' }), 'an odd id', (x) => {
      record.expect(!isServerError(x), x, {
        message: `the id "${x.variant ?? ''}" is a server error (${x.operation})`,
        expected: 'the answer for an unknown id, or a 4xx',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    {
      name: 'percent garbage is a server error',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'odd-id', operation: 'page.post-purchase', variant: 'lone-percent' },
          { status: 500 },
        ),
    },
    {
      name: 'a long id is a server error',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'odd-id', operation: 'decision.read', variant: 'long' },
          { status: 500 },
        ),
    },
  ],
}
