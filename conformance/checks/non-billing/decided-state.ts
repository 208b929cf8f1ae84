import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, member, memberOf, parseJson, show } from '../../judge/look.ts'
import { isFirst } from '../../judge/writes.ts'

const scenario = 'non-billing/decisions'
/** The second holds intents that are completed and not paid, where the seed lets them decide. */
const steps = ['first', 'other-first']

export const nonBillingDecidedState: Check = {
  id: 'non-billing/decided-state',
  requirement: 'NBL-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision names the status and the updatedAt that the intent had before it',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'decision-read'],
  judge: (view, record) => {
    // A decision that names another time than the one that it was made on moved the intent, or will.
    const reads = view.exchanges({ scenario, operation: 'decision.read' })
    for (const x of steps.flatMap((step) => view.exchanges({ scenario, step })).filter(isFirst)) {
      const intent = member(parseJson(x.request.body ?? ''), 'checkoutIntentId')
      const before = reads.findLast(
        (read) => read.n < x.n && memberOf(read, 'checkout', 'checkoutIntentId') === intent,
      )
      if (before === undefined || !isSuccess(before)) continue
      for (const [named, name] of [
        ['checkoutUpdatedAt', 'updatedAt'],
        ['checkoutStatus', 'status'],
      ] as const) {
        const was = memberOf(before, 'checkout', name)
        record.expect(memberOf(x, 'decision', named) === was, x, {
          message: `a decision names another ${named} than the intent had`,
          expected: show(was),
          seen: show(memberOf(x, 'decision', named)),
          pointer: `/response/body/decision/${named}`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'a decision on another kind of intent names another status',
      edit: (editor) =>
        editor.json({ scenario, step: 'other-first', nth: -1 }, (body) => {
          objectAt(body, 'decision')['checkoutStatus'] = 'pending_stripe'
        }),
    },
    {
      name: 'a decision names another time',
      edit: (editor) =>
        editor.json({ scenario, step: 'first' }, (body) => {
          objectAt(body, 'decision')['checkoutUpdatedAt'] = 1
        }),
    },
  ],
}
