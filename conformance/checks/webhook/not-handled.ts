import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs, saysInstead } from '../../judge/edits.ts'
import { jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { baseline, expectSame, isReceived, showState } from '../../judge/state.ts'

const scenario = 'webhook/not-handled'

export const notHandled: Check = {
  id: 'webhook/not-handled',
  requirement: 'WHK-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'unknown checkout.session types, unknown intents and none are acknowledged without effect',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'not-handled' }), 'an event that nothing handles', (x) => {
      record.expect(isReceived(x) && memberOf(x, 'checkoutIntentUpdated') === false, x, {
        message: `an event was not acknowledged without effect (${x.variant ?? ''})`,
        expected: '200 with received: true and checkoutIntentUpdated: false',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after such an event', (x) => {
      expectSame(record, x, before, `an event that nothing handles changed an intent (${x.variant ?? ''})`)
    })
    record.each(view.exchanges({ scenario, step: 'read-unknown' }), 'the read of the unknown intent', (x) => {
      record.expect(statusOf(x) === 200 && memberOf(x, 'checkout') === null, x, {
        message: 'an event for an unknown intent made it up',
        expected: '200 with checkout: null',
        seen: showState(x),
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    answersAs('an unknown type is an error', { scenario, step: 'not-handled' }, 500, {
      ok: false,
      code: 'x',
    }),
    answersAs(
      'an unknown intent is refused',
      { scenario, step: 'not-handled', variant: 'unknown intent' },
      404,
      {
        ok: false,
        code: 'x',
      },
    ),
    saysInstead(
      'an unknown intent counts as updated',
      { scenario, step: 'not-handled', variant: 'unknown intent' },
      {
        checkoutIntentUpdated: true,
      },
    ),
    readsAs(
      'an unknown type opens the intent',
      { scenario, step: 'read-after' },
      { status: 'paid', eligible: true },
    ),
    saysInstead(
      'an event makes an intent up',
      { scenario, step: 'read-unknown' },
      { checkout: { status: 'paid' } },
    ),
  ],
}
