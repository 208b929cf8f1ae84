import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'eligibility/contradictions'

export const contradictions: Check = {
  id: 'eligibility/contradictions',
  requirement: 'ELG-09',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'an event whose amount or currency contradicts the intent does not make it paid',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(
      view.exchanges({ scenario, step: 'read-after' }),
      'the read after a contradicting event',
      (x) => {
        const state = stateRead(x)
        record.expect(state !== undefined && state.status !== 'paid', x, {
          message: `an event that contradicts the intent (${x.variant ?? ''}) made it paid`,
          expected: 'any status but "paid"',
          seen: showState(x),
          pointer: '/response/body/checkout/status',
        })
      },
    )
  },
  counterexamples: [
    reads('half the amount is enough', 'other-amount'),
    reads('one cent less is enough', 'one-cent-off'),
    reads('one cent more is as good', 'one-cent-more'),
    reads('a later payment of another amount is as good', 'other-amount-later'),
    reads('another currency is as good', 'other-currency'),
    reads('a later payment in another currency is as good', 'other-currency-later'),
  ],
}

function reads(name: string, variant: string) {
  return readsAs(name, { scenario, step: 'read-after', variant }, { status: 'paid', eligible: true })
}
