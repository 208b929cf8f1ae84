import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { memberOf, sameJson, show } from '../../judge/look.ts'
import { isRefusal, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/start-keys'
const stories = [
  { first: 'first', reused: 'reused', before: 'state-before', after: 'state-after' },
  {
    first: 'larger-first',
    reused: 'larger-reused',
    before: 'larger-state-before',
    after: 'larger-state-after',
  },
] as const
const bought = ['amountCents', 'currency', 'selectedOrderBumpPriceIds']

export const reusedStartKey: Check = {
  id: 'idempotency/reused-start-key',
  requirement: 'IDM-06',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a checkout key reused with another body starts no second checkout and changes nothing',
  scenarios: [scenario],
  needs: ['start', 'decision-read'],
  judge: (view, record) => {
    for (const { first, reused, before, after } of stories) {
      const [start] = view.exchanges({ scenario, step: first })
      const id = start === undefined ? undefined : writtenId(start)
      if (id === undefined) {
        if (first === 'first') record.missing('a confirmed start')
        continue
      }
      record.each(view.exchanges({ scenario, step: reused }), 'a start under a used key', (x) => {
        const other = writtenId(x)
        record.expect(isRefusal(x) || other === id, x, {
          message: `a used key with another body (${x.variant ?? ''}) was neither refused nor replayed`,
          expected: `a 4xx with an error code, or intent ${id}`,
          seen: outcomeOf(x),
          pointer: '/response/body/checkoutIntentId',
        })
      })
      const then = view.exchanges({ scenario, step: before })[0]
      record.each(view.exchanges({ scenario, step: after }), 'the intent after its key was reused', (x) => {
        for (const name of bought) {
          const was = then === undefined ? undefined : memberOf(then, 'checkout', name)
          const is = memberOf(x, 'checkout', name)
          if (was === undefined) return record.missing('the state of the intent before its key was reused')
          record.expect(sameJson(was, is), x, {
            message: `reusing the key with another body changed the intent's ${name}`,
            expected: show(was),
            seen: show(is),
            pointer: `/response/body/checkout/${name}`,
          })
        }
      })
    }
  },
  counterexamples: [
    {
      name: 'another body under the key starts a second intent',
      edit: (editor) =>
        editor.respond(
          { scenario, step: 'reused' },
          { status: 200, body: '{"ok":true,"checkoutIntentId":"made-up"}' },
        ),
    },
    {
      name: 'another body under the key changes the amount',
      edit: (editor) =>
        editor.json({ scenario, step: 'state-after' }, (body) => {
          objectAt(body, 'checkout')['amountCents'] = 1
        }),
    },
  ],
}
