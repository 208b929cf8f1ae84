import type { Check } from '../../judge/check.ts'
import { isSuccess, memberOf, sameJson, show } from '../../judge/look.ts'
import { judgeRetried } from '../../judge/retried.ts'

const scenario = 'staleness/expected-times'

export const staleRecordsNothing: Check = {
  id: 'staleness/stale-records-nothing',
  requirement: 'STL-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a decision that was refused as stale is not recorded and moves nothing',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'decision-read'],
  judge: (view, record) => {
    const [before] = view.exchanges({ scenario, step: 'current' })
    record.each(
      view.exchanges({ scenario, step: 'after-stale' }),
      'the intent after stale decisions',
      (x) => {
        const was = before === undefined ? undefined : memberOf(before, 'checkout')
        if (was === undefined || !isSuccess(x)) return record.missing('the state of the intent')
        record.expect(sameJson(was, memberOf(x, 'checkout')), x, {
          message: 'decisions that were refused as stale changed the intent',
          expected: show(was),
          seen: show(memberOf(x, 'checkout')),
          pointer: '/response/body/checkout',
        })
      },
    )
    judgeRetried(
      record,
      view.exchanges({ scenario, step: 'stale-retried' }),
      view.exchanges({ scenario, step: 'stale' }),
    )
  },
  counterexamples: [
    {
      name: 'the first stale decision was recorded all the same',
      edit: (editor) =>
        editor.json({ scenario, step: 'stale-retried' }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'the last stale decision was recorded all the same',
      edit: (editor) =>
        editor.json({ scenario, step: 'stale-retried', nth: -1 }, (body) => void (body['duplicate'] = true)),
    },
    {
      name: 'a stale decision moved the intent',
      edit: (editor) =>
        editor.json({ scenario, step: 'after-stale' }, (body) => {
          body['checkout'] = { ...(body['checkout'] as object), updatedAt: 1 }
        }),
    },
  ],
}
