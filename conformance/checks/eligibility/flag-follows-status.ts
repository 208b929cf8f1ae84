import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { isObject, isSuccess, memberOf, statusOf } from '../../judge/look.ts'
import { isOpenAt, showState, stateIn } from '../../judge/state.ts'

export const flagFollowsStatus: Check = {
  id: 'eligibility/flag-follows-status',
  requirement: 'ELG-04',
  level: 'MUST',
  profile: 'sandbox',
  title:
    'eligible is true exactly when the status is one of the seeded ones, at every read and in every conflict',
  scenarios: ['*'],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    const told = ['decision.read' as const, 'decision.record' as const]
      .flatMap((operation) => view.exchanges({ operation }))
      .filter((x) => (isSuccess(x) || statusOf(x) === 409) && isObject(memberOf(x, 'checkout')))
    record.each(told, 'a public state of an intent', (x) => {
      const state = stateIn(x)
      record.expect(state !== undefined && state.eligible === isOpenAt(view.contract, state.status), x, {
        message: 'the flag "eligible" does not follow from the status',
        expected: `eligible: true for ${view.contract.eligibleStatuses.join(', ')}, else false`,
        seen: showState(x),
        pointer: '/response/body/checkout/eligible',
      })
    })
  },
  counterexamples: [
    readsAs(
      'an open intent reads as not eligible',
      { operation: 'decision.read', when: (x) => stateIn(x)?.eligible === true },
      { eligible: false },
    ),
    readsAs(
      'a closed intent reads as eligible',
      { operation: 'decision.read', when: (x) => stateIn(x)?.eligible === false, nth: -1 },
      { eligible: true },
    ),
    readsAs(
      'a conflict says that a closed intent is eligible',
      { operation: 'decision.record', when: (x) => stateIn(x)?.eligible === false },
      { eligible: true },
    ),
    readsAs(
      'the flag is a text',
      { operation: 'decision.read', when: (x) => stateIn(x) !== undefined },
      { eligible: 'false' },
    ),
  ],
}
