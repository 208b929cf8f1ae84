import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { baseline, expectSame } from '../../judge/state.ts'

const scenario = 'eligibility/late-events'

export const lateEvents: Check = {
  id: 'eligibility/late-events',
  requirement: 'ELG-10',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a paid intent is not taken back by a late expired, failed or unpaid event',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    for (const [paid, step] of [
      ['read-paid', 'read-after'],
      ['read-paid-later', 'read-after-decision'],
    ] as const) {
      const before = baseline(view, record, { scenario, step: paid })
      if (before !== undefined && before.status !== 'paid') {
        record.missing('no paid event made the intent paid')
        continue
      }
      record.each(view.exchanges({ scenario, step }), 'the read after a late event', (x) => {
        expectSame(record, x, before, `a paid intent was taken back by a late event (${x.variant ?? ''})`)
      })
    }
  },
  counterexamples: [
    reads('a late expiry wins', 'newer checkout.session.expired', 'expired', false),
    reads('a late failure wins', 'newer checkout.session.async_payment_failed', 'payment_failed', false),
    reads('an older unpaid event wins', 'older checkout.session.completed', 'completed', true),
    readsAs(
      'a decided intent is taken back',
      { scenario, step: 'read-after-decision' },
      { status: 'payment_failed', eligible: false },
    ),
  ],
}

function reads(name: string, variant: string, status: string, eligible: boolean) {
  return readsAs(name, { scenario, step: 'read-after', variant }, { status, eligible })
}
