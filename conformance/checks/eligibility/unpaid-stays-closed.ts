import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import type { Exchange } from '../../transcript.ts'
import { isOpenAt, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/outcomes'
const orders = 'webhook/other-orders'
const succeeded = 'checkout.session.async_payment_succeeded'
const failed = 'checkout.session.async_payment_failed'
const expired = 'checkout.session.expired'

export const unpaidStaysClosed: Check = {
  id: 'eligibility/unpaid-stays-closed',
  requirement: 'ELG-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'expired and async_payment_failed leave an unpaid intent closed, async_payment_succeeded opens it',
  scenarios: [scenario, orders],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const after = (type: string) => [
      ...view.exchanges({ scenario, step: 'read' }).filter(({ about }) => about['eventType'] === type),
      ...['read-first', 'read-last'].flatMap((step) =>
        view.exchanges({ scenario: orders, step }).filter(({ about }) => about['eventType'] === type),
      ),
    ]
    for (const [type, status] of [
      [failed, 'payment_failed'],
      [expired, 'expired'],
    ] as const) {
      if (isOpenAt(view.contract, status)) continue
      record.each(after(type), `the read after ${type}`, (x) => {
        record.expect(stateRead(x)?.eligible === false, x, {
          message: `an intent that was never paid is not closed after ${type}`,
          expected: 'eligible: false',
          seen: showState(x),
          pointer: '/response/body/checkout/eligible',
        })
      })
    }
    if (!isOpenAt(view.contract, 'paid')) return
    record.each(after(succeeded), `the read after ${succeeded}`, (x) => {
      record.expect(stateRead(x)?.eligible === true, x, {
        message: `an intent that was paid later is not open after ${succeeded}`,
        expected: 'eligible: true',
        seen: showState(x),
        pointer: '/response/body/checkout/eligible',
      })
    })
  },
  counterexamples: [
    reads('a failed payment leaves the intent open', `failed-later: ${failed}`, false),
    reads('an expired session opens the intent', `expired: ${expired}`, false),
    reads('a later payment opens nothing', `paid-later: ${succeeded}`, true),
    readsAs(
      'an expiry leaves a completed intent as it was',
      { scenario: orders, step: 'read-last', variant: 'expired after completed' },
      { status: 'completed', eligible: true },
    ),
  ],
}

/** Turns the flag round, where the seed gives it the value that is due. */
function reads(name: string, variant: string, due: boolean) {
  const when = (x: Exchange) => stateRead(x)?.eligible === due
  return readsAs(name, { scenario, step: 'read', variant, when }, { eligible: !due })
}
