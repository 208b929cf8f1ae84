import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { errorCode, jsonOf, show, statusOf } from '../../judge/look.ts'
import { baseline, expectSame, isReceived } from '../../judge/state.ts'

const scenario = 'webhook/faulty-signatures'

export const faultySignatures: Check = {
  id: 'webhook/faulty-signatures',
  requirement: 'WHK-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'no event with a fault in its signature, its time or its body is taken, and none has an effect',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'faulty' }), 'an event with a faulty signature', (x) => {
      record.expect(statusOf(x) === 400 && errorCode(x) !== undefined, x, {
        message: `an event with a faulty signature (${x.variant ?? ''}) was not refused`,
        expected: '400 with {ok: false, code}',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after faulty events', (x) => {
      expectSame(
        record,
        x,
        before,
        `an event with a faulty signature (one of those up to ${x.variant ?? ''}) changed the intent`,
        'untouched',
      )
    })
    // Refusals say something only about a target that takes the good event.
    const good = view.exchanges({ scenario, step: 'good' })
    if (!good.some(isReceived)) record.missing('the good event after the faulty ones was not taken')
  },
  counterexamples: [
    taken('wrong-secret'),
    taken('a-day-old'),
    taken('v0-only'),
    taken('default-secrets'),
    taken('a-day-old, checkout.session.async_payment_succeeded'),
    taken('one-digit-short'),
    taken('body-alone-signed'),
    taken('spaced-body'),
    readsAs(
      'one is answered 400 and has its effect',
      { scenario, step: 'read-after' },
      { status: 'paid', eligible: true },
    ),
    readsAs(
      'one is answered 400 and touches the intent',
      { scenario, step: 'read-after', nth: -1 },
      { updatedAt: 4_000_000_000 },
    ),
  ],
}

function taken(variant: string) {
  return answersAs(`${variant} is taken`, { scenario, step: 'faulty', variant }, 200, {
    ok: true,
    received: true,
  })
}
