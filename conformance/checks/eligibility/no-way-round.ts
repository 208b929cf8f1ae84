import type { Check, Counterexample } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { baseline, showState, stateRead } from '../../judge/state.ts'

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
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after an attempt', (x) => {
      if (before === undefined) return
      // The status is ELG-14's; what counts here is whether the door is as closed as it was.
      const state = stateRead(x)
      const opened = state?.eligible === true && !before.eligible
      const paid = state?.status === 'paid' && before.status !== 'paid'
      record.expect(state !== undefined && !opened && !paid, x, {
        message: `the intent is open after "${x.variant ?? ''}", and no verified event has come`,
        expected: `status "${before.status}", eligible ${before.eligible}`,
        seen: showState(x),
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    opened('success-page'),
    opened('redirect-route'),
    opened('first-redirect'),
    opened('replay-that-claims'),
    opened('unsigned-event'),
  ],
}

function opened(variant: string): Counterexample {
  const state = { status: 'paid', eligible: true }
  return readsAs(`the intent is open after ${variant}`, { scenario, step: 'read-after', variant }, state)
}
