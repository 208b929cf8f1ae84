import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isRefusal, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/click-keys'

export const reusedClickKey: Check = {
  id: 'idempotency/reused-click-key',
  requirement: 'IDM-06',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a click key reused with another link makes no second click',
  scenarios: [scenario],
  needs: ['click'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const [first] = view.exchanges({ scenario, step: 'first' })
    const id = first === undefined ? undefined : writtenId(first)
    if (id === undefined) {
      record.missing('a first click')
      return
    }
    record.each(view.exchanges({ scenario, step: 'reused' }), 'another click under a used key', (x) => {
      record.expect(isRefusal(x) || writtenId(x) === id, x, {
        message: 'the key of a click with another link was neither refused nor answered with the first click',
        expected: `a 4xx with an error code, or click ${id}`,
        seen: outcomeOf(x),
        pointer: '/response/body/referralClickId',
      })
    })
    record.each(view.exchanges({ scenario, step: 'after' }), 'the first click once more', (x) => {
      record.expect(writtenId(x) === id, x, {
        message: 'after its key was reused the first click does not replay any more',
        expected: `click ${id}`,
        seen: outcomeOf(x),
        pointer: '/response/body/referralClickId',
      })
    })
  },
  counterexamples: [
    {
      name: 'another link under the key makes a second click',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'reused' },
          { status: 200, body: '{"ok":true,"duplicate":false,"referralClickId":"made-up"}' },
        ),
    },
    {
      name: 'the first click is another one afterwards',
      edit: (editor) =>
        editor.json({ scenario, step: 'after' }, (body) => void (body['referralClickId'] = 'made-up')),
    },
  ],
}
