import type { Check } from '../../judge/check.ts'
import { memberOf, sameJson, show } from '../../judge/look.ts'
import { isReplay, writtenId } from '../../judge/writes.ts'

const scenario = 'staleness/moving-on'
const steps = ['replayed', 'replayed-as-read', 'replayed-outdated']
/** What WIRE 6 says of a decision; other members are a target's own. */
const members = [
  'checkoutIntentId',
  'offerStackId',
  'presentedOfferId',
  'decisionKind',
  'checkoutStatus',
  'checkoutUpdatedAt',
  'actorKind',
  'createdAt',
]

export const decisionReplayContent: Check = {
  id: 'idempotency/decision-replay-content',
  requirement: 'IDM-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a replayed decision is the first one, member by member, although the intent has moved on',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const first of view.exchanges({ scenario, step: 'decided' })) {
      const { variant = '' } = first
      const id = writtenId(first)
      if (id === undefined) continue
      const replays = steps.flatMap((step) => view.exchanges({ scenario, step, variant }))
      record.each(replays, 'the decision, replayed', (x) => {
        // That it replays at all is judged by STL-03.
        if (!isReplay(x) || writtenId(x) !== id) return
        for (const name of members) {
          const was = memberOf(first, 'decision', name)
          const is = memberOf(x, 'decision', name)
          record.expect(sameJson(was ?? null, is ?? null), x, {
            message: `the replay of a decision (${variant}) does not show the first one: decision.${name}`,
            expected: show(was),
            seen: show(is),
            pointer: `/response/body/decision/${name}`,
          })
        }
      })
    }
  },
  counterexamples: [
    edited('the replay shows the present status', 'replayed', { checkoutStatus: 'made-up' }),
    edited('the replay shows the present time', 'replayed-as-read', { checkoutUpdatedAt: 1 }),
    edited('the replay is dated anew', 'replayed', { createdAt: 1 }),
  ],
}

function edited(name: string, step: string, change: { [member: string]: string | number }) {
  return {
    name,
    edit: (editor: Parameters<Check['counterexamples'][0]['edit']>[0]) =>
      editor.json({ scenario, step }, (body) => {
        body['decision'] = { ...(body['decision'] as object), ...change }
      }),
  }
}
