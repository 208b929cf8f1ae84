import type { Check } from '../../judge/check.ts'
import { readsAs, saysInstead } from '../../judge/edits.ts'
import { jsonOf, memberOf, show, statusOf } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/duplicates'
const later = 'webhook/repeated-later'

export const repeatedEvents: Check = {
  id: 'webhook/repeated-events',
  requirement: 'WHK-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a repeated event id is answered as a duplicate and changes nothing, at once or after other events',
  scenarios: [scenario, later],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    const taken = view.exchanges({ scenario, step: 'first' }).some(isReceived)
    if (!taken) {
      record.missing('no first delivery of an event was taken')
      return
    }
    const all = (step: string) => [scenario, later].flatMap((id) => view.exchanges({ scenario: id, step }))
    record.each(all('repeat'), 'a repeated event', (x) => {
      record.expect(isReceived(x) && memberOf(x, 'duplicate') === true, x, {
        message: `an event that came again was not answered as a duplicate (${x.variant ?? ''})`,
        expected: '200 with received: true and duplicate: true',
        seen: `${statusOf(x)} ${show(jsonOf(x))}`,
        pointer: '/response/body/duplicate',
      })
    })
    record.each(all('read-repeat'), 'the read after a repeated event', (x) => {
      const reads = view.exchanges({ scenario: x.scenario, operation: 'decision.read' })
      const earlier = reads.findLast(({ n }) => n < x.n)
      const before = earlier === undefined ? undefined : stateRead(earlier)
      const state = stateRead(x)
      const same =
        state !== undefined && state.status === before?.status && state.updatedAt === before.updatedAt
      record.expect(same, x, {
        message: `an event that came again had an effect (${x.variant ?? ''})`,
        expected: `status "${before?.status ?? 'as before'}", updatedAt as before`,
        seen: `${showState(x)}, updatedAt ${state?.updatedAt === before?.updatedAt ? 'as before' : 'moved'}`,
        pointer: '/response/body/checkout',
      })
    })
  },
  counterexamples: [
    saysInstead(
      'an event is forgotten after many others',
      { scenario, step: 'repeat', variant: 'after many others' },
      { duplicate: false },
    ),
    saysInstead(
      'an event is forgotten after a while',
      { scenario: later, step: 'repeat' },
      { duplicate: false },
    ),
    saysInstead('a repeated event is not marked', { scenario, step: 'repeat' }, { duplicate: false }),
    readsAs(
      'a repeated event moves the state',
      { scenario, step: 'read-repeat', nth: -1 },
      { status: 'completed' },
    ),
    readsAs(
      'a repeated event touches the intent',
      { scenario, step: 'read-repeat' },
      { updatedAt: 4_000_000_000 },
    ),
  ],
}
