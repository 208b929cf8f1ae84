import type { Check, Counterexample } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenario = 'eligibility/no-way-round'

export const noWayRound: Check = {
  id: 'eligibility/no-way-round',
  requirement: 'ELG-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'pages, redirects, client members, other methods and events without a good signature open nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after an attempt', (x) => {
      record.expect(stateRead(x)?.eligible === false, x, {
        message: `the intent is not closed after "${x.variant ?? ''}", and no verified event has come`,
        expected: 'checkout.eligible: false',
        seen: showState(x),
        pointer: '/response/body/checkout/eligible',
      })
    })
  },
  counterexamples: [
    opened('success-page'),
    opened('redirect-route'),
    opened('replay-that-claims'),
    opened('unsigned-event'),
  ],
}

function opened(variant: string): Counterexample {
  const state = { status: 'paid', eligible: true }
  return readsAs(`the intent is open after ${variant}`, { scenario, step: 'read-after', variant }, state)
}
