import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { memberOf, sameJson, show } from '../../judge/look.ts'
import { isReplay, outcomeOf, writtenId } from '../../judge/writes.ts'

const scenario = 'idempotency/exact-keys'

export const lateReplays: Check = {
  id: 'idempotency/late-replays',
  requirement: 'IDM-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a replay gives the first result also after many other keys, and at a later second',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const step of ['decision', 'click', 'start']) {
      const [first] = view.exchanges({ scenario, step, variant: 'plain' })
      const id = first === undefined ? undefined : writtenId(first)
      if (first === undefined || id === undefined) continue
      record.each(view.exchanges({ scenario, step: `late-${step}` }), `a late replay of a ${step}`, (x) => {
        record.expect(isReplay(x) && writtenId(x) === id, x, {
          message: `after other keys the same ${step} again was not answered as a replay of the first`,
          expected: `200, id ${id}, duplicate true`,
          seen: outcomeOf(x),
          pointer: '/response/body',
        })
        const [was, is] = [first, x].map((one) => memberOf(one, 'decision', 'createdAt') ?? null)
        if (!isReplay(x)) return
        record.expect(sameJson(was, is), x, {
          message: 'the late replay of a decision is dated anew',
          expected: show(was),
          seen: show(is),
          pointer: '/response/body/decision/createdAt',
        })
      })
    }
  },
  counterexamples: [
    {
      name: 'a decision is forgotten after some others',
      edit: (editor) =>
        editor.json({ scenario, step: 'late-decision' }, (body) => void (body['duplicate'] = false)),
    },
    {
      name: 'a click is forgotten after some others',
      edit: (editor) =>
        editor.json({ scenario, step: 'late-click' }, (body) => void (body['referralClickId'] = 'made-up')),
    },
    {
      name: 'a late replay is dated anew',
      edit: (editor) =>
        editor.json({ scenario, step: 'late-decision' }, (body) => {
          objectAt(body, 'decision')['createdAt'] = 1
        }),
    },
  ],
}
