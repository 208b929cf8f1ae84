import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { errorCode, jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { baseline, expectSame, isReceived } from '../../judge/state.ts'

const scenario = 'eligibility/live-events'
/** The read of an intent before the live events, and those after them. */
const reads = [
  ['read-before', 'read-after'],
  ['read-completed', 'read-after-completed'],
] as const

export const liveEvents: Check = {
  id: 'eligibility/live-events',
  requirement: 'ELG-08',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an event with livemode true is refused or taken without effect',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'live-event' }), 'the answer to a live event', (x) => {
      const refused = statusOf(x) === 400 && errorCode(x) !== undefined
      const dropped = isReceived(x) && memberOf(x, 'checkoutIntentUpdated') === false
      record.expect(refused || dropped, x, {
        message: 'an event of the live mode was neither refused nor taken without effect',
        expected: '400, or 200 with checkoutIntentUpdated: false',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
    for (const [first, later] of reads) {
      const before = baseline(view, record, { scenario, step: first })
      record.each(view.exchanges({ scenario, step: later }), 'the read after a live event', (x) => {
        expectSame(record, x, before, `a live ${x.variant ?? ''} event changed an intent of the sandbox`)
      })
    }
  },
  counterexamples: [
    answersAs('a live event is taken with effect', { scenario, step: 'live-event' }, 200, {
      ok: true,
      received: true,
      duplicate: false,
      checkoutIntentUpdated: true,
    }),
    readsAs(
      'a live payment opens the intent',
      { scenario, step: 'read-after', variant: 'checkout.session.completed' },
      { status: 'paid', eligible: true },
    ),
    readsAs(
      'a live payment pays for a completed checkout',
      { scenario, step: 'read-after-completed' },
      { status: 'paid', eligible: true },
    ),
    readsAs(
      'a live expiry closes the intent',
      { scenario, step: 'read-after', variant: 'checkout.session.expired' },
      { status: 'expired' },
    ),
  ],
}
