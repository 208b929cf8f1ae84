import type { Check } from '../../judge/check.ts'
import { errorCode, isSuccess, memberOf, show, statusOf } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'attribution/clicks'

export const attributionReplayedClick: Check = {
  id: 'attribution/replayed-click',
  requirement: 'ATT-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a replayed click keeps its id and says that it is a duplicate',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const first = view.exchanges({ scenario, step: 'click' })[0]
    const id = first === undefined ? undefined : memberOf(first, 'referralClickId')
    if (typeof id !== 'string') {
      record.missing('a first click to replay')
      return
    }
    record.each(view.exchanges({ scenario, step: 'replay' }), 'a replayed click', (x) => {
      record.expect(isSuccess(x) && memberOf(x, 'referralClickId') === id, x, {
        message: 'a replayed click is another click',
        expected: show(id),
        seen: `${statusOf(x)} ${show(memberOf(x, 'referralClickId') ?? errorCode(x))}`,
        pointer: '/response/body/referralClickId',
      })
      record.expect(!isSuccess(x) || memberOf(x, 'duplicate') === true, x, {
        message: 'a replayed click does not say that it is a duplicate',
        expected: 'duplicate: true',
        seen: show(memberOf(x, 'duplicate')),
        pointer: '/response/body/duplicate',
      })
    })
  },
  counterexamples: [
    {
      name: 'the replay is a new click',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay' }, (body) => void (body['referralClickId'] = 'another')),
    },
    {
      name: 'the replay says that it is the first',
      edit: (editor) =>
        editor.json({ scenario, step: 'replay', nth: -1 }, (body) => void (body['duplicate'] = false)),
    },
  ],
}
