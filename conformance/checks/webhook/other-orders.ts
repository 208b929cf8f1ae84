import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { show } from '../../judge/look.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/other-orders'

export const otherOrders: Check = {
  id: 'webhook/other-orders',
  requirement: 'WHK-06',
  level: 'SHOULD',
  profile: 'sandbox',
  title:
    'events that arrive in another order end in the same state; what failed or expired is not reopened unpaid',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'read-last' }), 'the read after the last event', (x) => {
      const end = x.about['end']
      record.expect(stateRead(x)?.status === end, x, {
        message: `events in another order ended in another state (${x.variant ?? ''})`,
        expected: `status ${show(end)}`,
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    reads('a payment is taken back by the event before it', 'succeeded before completed'),
    reads('a failed intent is reopened', 'failed before completed'),
    reads('an expired intent is reopened', 'completed after expired'),
  ],
}

function reads(name: string, variant: string) {
  return readsAs(name, { scenario, step: 'read-last', variant }, { status: 'completed' })
}
