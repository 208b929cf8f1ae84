import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/accepted-forms'

export const acceptedForms: Check = {
  id: 'webhook/accepted-forms',
  requirement: 'WHK-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'good events are taken with several signatures in the header and in any writing of their JSON',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'accepted' }), 'a good event', (x) => {
      record.expect(isReceived(x) && memberOf(x, 'duplicate') !== true, x, {
        message: `a good event was not taken (${x.variant ?? ''})`,
        expected: '200 with received: true and duplicate: false',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response',
      })
    })
    for (const x of view.exchanges({ scenario, step: 'read' })) {
      const event = view.exchanges({ scenario, step: 'accepted' }).findLast(({ n }) => n < x.n)
      // What was refused had no effect to look for; it is a finding already.
      if (event === undefined || !isReceived(event)) continue
      const status = stateRead(x)?.status
      const moved = status === 'paid' || (status === 'completed' && event.delivery?.eventType === completed)
      record.expect(moved, x, {
        message: `a good event was taken and had no effect (${x.variant ?? ''})`,
        expected: event.delivery?.eventType === completed ? 'status "completed"' : 'status "paid"',
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    }
  },
  counterexamples: [
    refused('bad-then-good'),
    refused('reordered'),
    refused('escaped'),
    refused('odd-blanks'),
    refused('as-stripe-sends'),
    readsAs(
      'an event with sorted members has no effect',
      { scenario, step: 'read', variant: 'sorted' },
      { status: 'completed' },
    ),
  ],
}

const completed = 'checkout.session.completed'

function refused(variant: string) {
  const code = 'stripe_signature_verification_failed'
  return answersAs(`${variant} is refused`, { scenario, step: 'accepted', variant }, 400, { ok: false, code })
}
