import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { isSuccess, statusOf } from '../../judge/look.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/forged-on-intent'

export const unsignedHasNoEffect: Check = {
  id: 'webhook/unsigned-has-no-effect',
  requirement: 'WHK-01',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an unsigned or forged event for a started intent is refused and leaves it as it was',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'unsigned' }), 'an event without a good signature', (x) => {
      record.expect(!isSuccess(x), x, {
        message: 'an event for a started intent was taken without a good signature',
        expected: '400',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    })
    const [first] = view.exchanges({ scenario, step: 'read-before' })
    const before = first === undefined ? undefined : stateRead(first)
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after such an event', (x) => {
      const state = stateRead(x)
      const same =
        state !== undefined && state.status === before?.status && state.updatedAt === before.updatedAt
      record.expect(same && !state.eligible, x, {
        message: `an event without a good signature (${x.variant ?? ''}) changed the intent`,
        expected: `status "${before?.status ?? 'as before'}", eligible false, updatedAt as before`,
        seen: `${showState(x)}, updatedAt ${state?.updatedAt === before?.updatedAt ? 'as before' : 'moved'}`,
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    answersAs('it is acknowledged', { scenario, step: 'unsigned' }, 200, { ok: true, received: true }),
    readsAs('it opens the intent', { scenario, step: 'read-after' }, { status: 'paid', eligible: true }),
    readsAs('it touches the intent', { scenario, step: 'read-after', nth: -1 }, { updatedAt: 4_000_000_000 }),
  ],
}
