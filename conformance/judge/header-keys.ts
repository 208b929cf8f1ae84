import type { Counterexample, Recorder } from './check.ts'
import type { View } from './view.ts'
import { isFirst, isReplay, outcomeOf, writtenId } from './writes.ts'

/** IDM-08: the writes of a scenario whose key came in the header were recorded. */
export function judgeHeaderFirst(view: View, record: Recorder, scenario: string): void {
  record.each(view.exchanges({ scenario, step: 'header-first' }), 'a key in the header', (x) => {
    record.expect(isFirst(x), x, {
      message: `a write with its key in the Idempotency-Key header was not recorded (${x.operation})`,
      expected: '200, duplicate false',
      seen: outcomeOf(x),
      pointer: '/response/status',
    })
  })
}

/** IDM-08: what one step wrote is replayed in another step, where the same key comes in the other place. */
export function judgeSameKey(view: View, record: Recorder, scenario: string, step: string, of: string): void {
  const firsts = view.exchanges({ scenario, step: of })
  record.each(view.exchanges({ scenario, step }), `a replay (${step})`, (x) => {
    const first = firsts.find(({ operation, variant }) => operation === x.operation && variant === x.variant)
    const id = first === undefined ? undefined : writtenId(first)
    if (id === undefined) return
    record.expect(isReplay(x) && writtenId(x) === id, x, {
      message: `header and body do not mean the same key (${x.operation}, ${step})`,
      expected: `200, id ${id}, duplicate true`,
      seen: outcomeOf(x),
      pointer: '/response/body',
    })
  })
}

/** What both steps must reject, in whatever scenario. */
export function headerKeyCounterexamples(scenario: string): [Counterexample, Counterexample] {
  return [
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
  ]
}
