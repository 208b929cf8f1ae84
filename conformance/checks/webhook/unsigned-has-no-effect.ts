import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { errorCode, statusOf } from '../../judge/look.ts'
import { baseline, expectSame } from '../../judge/state.ts'

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
      record.expect(errorCode(x) !== undefined, x, {
        message: 'an event for a started intent was taken without a good signature',
        expected: '400 with {ok: false, code}',
        seen: String(statusOf(x)),
        pointer: '/response/status',
      })
    })
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after such an event', (x) => {
      expectSame(
        record,
        x,
        before,
        `an event without a good signature (${x.variant ?? ''}) changed the intent`,
        'untouched',
      )
    })
  },
  counterexamples: [
    answersAs('it is acknowledged', { scenario, step: 'unsigned' }, 200, { ok: true, received: true }),
    readsAs('it opens the intent', { scenario, step: 'read-after' }, { status: 'paid', eligible: true }),
    readsAs('it touches the intent', { scenario, step: 'read-after', nth: -1 }, { updatedAt: 4_000_000_000 }),
  ],
}
