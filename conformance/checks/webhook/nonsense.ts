import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { statusOf } from '../../judge/look.ts'
import { isReceived, showState, stateRead } from '../../judge/state.ts'

const scenario = 'webhook/nonsense'

export const nonsense: Check = {
  id: 'webhook/nonsense',
  requirement: 'WHK-07',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'well signed nonsense is refused below 500 and moves nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook'],
  judge: (view, record) => {
    for (const step of ['nonsense', 'wrong-type', 'broken']) {
      record.each(view.exchanges({ scenario, step }), 'a signed body that is no event', (x) => {
        const status = statusOf(x) ?? 500
        record.expect((status >= 400 && status < 500) || isReceived(x), x, {
          message: `a signed body that is no event was not refused below 500 (${x.variant ?? ''})`,
          expected: '4xx',
          seen: String(status),
          pointer: '/response/status',
        })
      })
    }
    const [first] = view.exchanges({ scenario, step: 'read-before' })
    const before = first === undefined ? undefined : stateRead(first)
    record.each(view.exchanges({ scenario, step: 'read-after-nonsense' }), 'the read after nonsense', (x) => {
      const state = stateRead(x)
      record.expect(state !== undefined && state.status === before?.status, x, {
        message: 'a signed body that is no event changed the intent',
        expected: `status "${before?.status ?? 'as before'}"`,
        seen: showState(x),
        pointer: '/response/body/checkout/status',
      })
    })
  },
  counterexamples: [
    crashes('null'),
    crashes('array'),
    crashes('no-data'),
    crashes('number-type'),
    answersAs('a wrong type within makes the target fail', { scenario, step: 'wrong-type' }, 500, {}),
    readsAs(
      'an event without an id takes effect',
      { scenario, step: 'read-after-nonsense' },
      { status: 'paid' },
    ),
  ],
}

function crashes(variant: string) {
  return answersAs(`${variant} makes the target fail`, { scenario, step: 'nonsense', variant }, 500, {})
}
