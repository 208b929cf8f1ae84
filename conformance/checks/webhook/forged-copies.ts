import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs, saysInstead } from '../../judge/edits.ts'
import { errorCode, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/forged-then-real'

export const forgedCopies: Check = {
  id: 'webhook/forged-copies',
  requirement: 'WHK-04',
  level: 'MUST',
  profile: 'sandbox',
  title:
    'event ids are remembered after verification: a forged copy neither blocks the real event nor passes for it',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'real' }), 'a real event after its forged copy', (x) => {
      record.expect(isReceived(x) && memberOf(x, 'duplicate') !== true, x, {
        message: 'a real event was not taken after a forged copy of it',
        expected: '200 with received: true and duplicate: false',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response/body/duplicate',
      })
    })
    record.each(view.exchanges({ scenario, step: 'read-real' }), 'the read after the real event', (x) => {
      const status = stateRead(x)?.status
      record.expect(status === 'paid' || (status === 'completed' && x.variant === 'unsigned'), x, {
        message: 'a real event had no effect after a forged copy of it',
        expected: x.variant === 'unsigned' ? 'status "completed"' : 'status "paid"',
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
    record.each(view.exchanges({ scenario, step: 'forged-again' }), 'a forged copy of a known event', (x) => {
      record.expect(statusOf(x) === 400 && errorCode(x) !== undefined, x, {
        message: 'a forged copy of an event that had come before was not refused',
        expected: '400: the signature is looked at first',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response/status',
      })
    })
  },
  counterexamples: [
    saysInstead('the real event is a duplicate', { scenario, step: 'real' }, { duplicate: true }),
    readsAs(
      'the real event has no effect',
      { scenario, step: 'read-real', nth: -1 },
      { status: 'completed' },
    ),
    answersAs('a forged copy is acknowledged', { scenario, step: 'forged-again' }, 200, {
      ok: true,
      received: true,
      duplicate: true,
    }),
  ],
}
