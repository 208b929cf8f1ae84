import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isFirst, isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/owner-keys'

export const ownerHeaderKey: Check = {
  id: 'idempotency/owner-header-key',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'owner',
  title: "an owner action's key in the header means the same as one in the body",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const firsts = view.exchanges({ scenario, step: 'header-first' })
    record.each(firsts, 'an owner action with its key in the header', (x) => {
      record.expect(isFirst(x), x, {
        message: 'an owner action with its key in the Idempotency-Key header was not recorded',
        expected: '200, duplicate false',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
    const id = firsts.map(writtenId)[0]
    if (id === undefined) return
    record.each(view.exchanges({ scenario, step: 'body-again' }), 'the same key in the body', (x) => {
      record.expect(isReplay(x) && writtenId(x) === id, x, {
        message: 'header and body do not mean the same key of an owner action',
        expected: `200, id ${id}, duplicate true`,
        seen: outcomeOf(x),
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the key in the header is ignored',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'header-first' },
          { status: 400, body: '{"ok":false,"code":"idempotency_key_required"}' },
        ),
    },
    {
      name: 'the key in the body is another one',
      edit: (editor) =>
        editor.json({ scenario, step: 'body-again' }, (body) => void (body['duplicate'] = false)),
    },
  ],
}
