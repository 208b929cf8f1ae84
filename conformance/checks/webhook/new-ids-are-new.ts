import type { Check } from '../../judge/check.ts'
import { readsAs, saysInstead } from '../../judge/edits.ts'
import { jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/duplicates'

export const newIdsAreNew: Check = {
  id: 'webhook/new-ids-are-new',
  requirement: 'WHK-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'neither the type nor the content of an event makes it a duplicate, its id alone does',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    for (const step of ['same-type', 'same-content', 'near-id']) {
      record.each(view.exchanges({ scenario, step }), 'an event under a new id', (x) => {
        record.expect(isReceived(x) && memberOf(x, 'duplicate') !== true, x, {
          message: `an event under a new id (${step.replace('-', ' ')}) was not taken as a new one`,
          expected: '200 with received: true and duplicate: false',
          seen: `${statusOf(x)} ${show(jsonOf(x))}`,
          pointer: '/response/body/duplicate',
        })
      })
    }
    const reads = ['read-same-type', 'read-near-id'].flatMap((step) => view.exchanges({ scenario, step }))
    record.each(reads, 'the read after a new event', (x) => {
      record.expect(stateRead(x)?.status === 'paid', x, {
        message:
          'an event of a type that had come before, under a new id and for another intent, had no effect',
        expected: 'status "paid"',
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    saysInstead(
      'the second event of a type is a duplicate',
      { scenario, step: 'same-type' },
      { duplicate: true },
    ),
    saysInstead('equal content is a duplicate', { scenario, step: 'same-content' }, { duplicate: true }),
    saysInstead(
      'an id in another case is a duplicate',
      { scenario, step: 'near-id', variant: 'other-case' },
      { duplicate: true },
    ),
    readsAs(
      'the second event of a type has no effect',
      { scenario, step: 'read-same-type' },
      { status: 'stripe_session_created' },
    ),
  ],
}
