import type { Check } from '../../judge/check.ts'
import { isFirst, isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/header-keys'

export const headerKey: Check = {
  id: 'idempotency/header-key',
  requirement: 'IDM-08',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'a key in the header means the same as one in the body, and the body wins',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    record.each(view.exchanges({ scenario, step: 'header-first' }), 'a key in the header', (x) => {
      record.expect(isFirst(x), x, {
        message: `a write with its key in the Idempotency-Key header was not recorded (${x.operation})`,
        expected: '200, duplicate false',
        seen: outcomeOf(x),
        pointer: '/response/status',
      })
    })
    for (const [step, of] of [
      ['body-again', 'header-first'],
      ['header-again', 'header-first'],
      ['both', 'shared-decision'],
    ] as const) {
      const firsts = view.exchanges({ scenario, step: of })
      record.each(view.exchanges({ scenario, step }), `a replay (${step})`, (x) => {
        const first = firsts.find(
          ({ operation, variant }) => operation === x.operation && variant === x.variant,
        )
        const id = first === undefined ? undefined : writtenId(first)
        if (id === undefined) return
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: `header and body do not mean the same key (${step})`,
          expected: `200, id ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
      })
    }
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
    {
      name: 'the header wins',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'both' },
          { status: 409, body: '{"ok":false,"code":"post_purchase_decision_idempotency_conflict"}' },
        ),
    },
  ],
}
