import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { showState, stateRead } from '../../judge/state.ts'

const scenarios = [
  'eligibility/no-way-round',
  'eligibility/paid-stays',
  'eligibility/expired-stays',
  'eligibility/failed-stays',
] as const

/** A start that goes on in the background: its own end is no change after the start. */
const stillStarting = 'pending_stripe'

export const eventsAloneMove: Check = {
  id: 'eligibility/events-alone-move',
  requirement: 'ELG-14',
  level: 'MUST',
  profile: 'sandbox',
  title:
    'no page, redirect, replay, decision, other method or unverified event changes the status of an intent',
  scenarios,
  needs: ['start', 'decision-read', 'pay'],
  judge: (view, record) => {
    for (const scenario of scenarios) {
      const [before] = view.exchanges({ scenario, step: 'read-before' })
      let status = before === undefined ? undefined : stateRead(before)?.status
      record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after an attempt', (x) => {
        const now = stateRead(x)?.status
        const held = now !== undefined && (now === status || status === stillStarting)
        record.expect(held, x, {
          message: `"${x.variant ?? ''}" changed the status of an intent, and is no verified event`,
          expected: `status "${status ?? 'as before'}"`,
          seen: showState(x),
          pointer: '/response/body/checkout/status',
        })
        // Each change is blamed on the attempt that made it, once.
        status = now ?? status
      })
    }
  },
  counterexamples: [
    readsAs(
      'the cancel page closes an open intent',
      { scenario: scenarios[0], step: 'read-after', variant: 'cancel-page' },
      { status: 'expired' },
    ),
    readsAs(
      'a PATCH opens an intent',
      { scenario: scenarios[0], step: 'read-after', variant: 'patch-decisions' },
      { status: 'paid', eligible: true },
    ),
    readsAs(
      'a replay opens an expired intent again',
      { scenario: scenarios[2], step: 'read-after', variant: 'replay' },
      { status: 'stripe_session_created' },
    ),
    readsAs(
      'a DELETE takes a payment back',
      { scenario: scenarios[1], step: 'read-after', variant: 'delete-decisions' },
      { status: 'expired', eligible: false },
    ),
    readsAs(
      'a decision with a status of its own moves a paid intent',
      { scenario: scenarios[1], step: 'read-after', variant: 'decision-that-claims' },
      { status: 'completed' },
    ),
  ],
}
