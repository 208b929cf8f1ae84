import type { Check } from '../../judge/check.ts'
import { answersAs, readsAs } from '../../judge/edits.ts'
import { isSuccess, statusOf } from '../../judge/look.ts'
import { baseline, expectSame, isReceived } from '../../judge/state.ts'

const scenario = 'webhook/other-methods'

export const otherMethodsHaveNoEffect: Check = {
  id: 'webhook/other-methods-have-no-effect',
  requirement: 'WHK-08',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a good event that is sent with another method than POST is not taken',
  scenarios: [scenario],
  needs: ['start', 'decision-read', 'webhook', 'pay'],
  judge: (view, record) => {
    if (!view.exchanges({ scenario, step: 'post' }).some(isReceived)) {
      record.missing('the same event was not taken with POST either')
      return
    }
    record.each(
      view.exchanges({ scenario, step: 'other-method' }),
      'a good event with another method',
      (x) => {
        record.expect(!isSuccess(x), x, {
          message: `a good event was taken with ${x.request.method}`,
          expected: '405, or another 4xx',
          seen: String(statusOf(x)),
          pointer: '/response/status',
        })
      },
    )
    const before = baseline(view, record, { scenario, step: 'read-before' })
    record.each(view.exchanges({ scenario, step: 'read-after' }), 'the read after another method', (x) => {
      expectSame(
        record,
        x,
        before,
        `a good event that was sent with ${x.variant ?? 'another method'} had an effect`,
      )
    })
  },
  counterexamples: [
    answersAs('PUT is taken', { scenario, step: 'other-method', variant: 'PUT' }, 200, {
      ok: true,
      received: true,
    }),
    readsAs(
      'PATCH has an effect',
      { scenario, step: 'read-after', variant: 'PATCH' },
      { status: 'paid', eligible: true },
    ),
  ],
}
