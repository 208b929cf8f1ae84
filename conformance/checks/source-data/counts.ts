import type { Check, Recorder } from '../../judge/check.ts'
import { changeAround, decisive, judgeCountDate } from '../../judge/count-changes.ts'
import { objectAt, type Editor } from '../../judge/editor.ts'
import type { View } from '../../judge/view.ts'
import { isFirst, isRefusal } from '../../judge/writes.ts'
import type { Exchange, Json } from '../../transcript.ts'

const scenario = 'source-data/counts'
const counts = '/response/body/postPurchaseDecisionSummary/aggregateCounts'

export const decisionCounts: Check = {
  id: 'source-data/counts',
  requirement: 'SRC-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'a recorded decision raises its count by one and dates it; a replay or a refusal raises nothing',
  scenarios: [scenario],
  needs: ['source-data', 'start', 'pay', 'decide'],
  judge: (view, record) => {
    for (const variant of ['first', 'further']) {
      const recorded = recordedIn(view, variant)
      measure(
        view,
        record,
        recorded,
        1,
        `a recorded decision (the ${variant}) did not raise its count by one`,
      )
      for (const x of recorded) judgeCountDate(view, record, x, counts)
    }
    const others = recordedIn(view, 'each-kind')
    for (const kind of new Set(others.map(({ about }) => about['kind']))) {
      const alike = others.filter(({ about }) => about['kind'] === kind)
      measure(view, record, alike, 1, 'a recorded decision of another kind did not raise its count by one')
    }
    measure(view, record, view.exchanges({ scenario, step: 'replay' }), 0, 'a replay moved the count')
    const sibling = view.exchanges({ scenario, step: 'sibling' }).filter((x) => isRefusal(x))
    if (sibling.length > 0)
      measure(view, record, sibling, 0, 'a second decision on an offer was refused and moved the count')
    const refused = view.exchanges({ scenario, step: 'refused', variant: 'unknown-intent' })
    measure(view, record, refused, 0, 'refused decisions moved the count')
  },
  counterexamples: [
    { name: 'the count stands still', edit: (editor) => shift(editor, 'after-decision', -1) },
    { name: 'the count rises by two', edit: (editor) => shift(editor, 'after-decision', 1) },
    {
      name: 'only the first one is counted',
      edit: (editor) => shift(editor, 'after-decision', -1, 'further'),
    },
    {
      name: 'the decisions of other kinds are not counted',
      edit: (editor) => shift(editor, 'after-decision', -1, 'each-kind'),
    },
    { name: 'a replay is counted', edit: (editor) => shift(editor, 'after-replay', 1, '1') },
    {
      name: 'a second decision on an offer is refused and counted',
      edit: (editor) => {
        const body = JSON.stringify({ ok: false, code: 'post_purchase_offer_already_decided' })
        editor.respond({ scenario, step: 'sibling', nth: 'all' }, { status: 409, body })
      },
    },
    { name: 'a refusal is counted', edit: (editor) => shift(editor, 'after-refusals', 1, '1') },
    {
      name: 'the date is not set',
      edit: (editor) =>
        editor.json({ scenario, step: 'after-decision', nth: 'all' }, (body) =>
          eachRow(body, (row) => void (row['last_created_at'] = null)),
        ),
    },
  ],
}

function recordedIn(view: View, variant: string): Exchange[] {
  return view.exchanges({ scenario, step: 'decide', variant }).filter(isFirst)
}

function measure(
  view: View,
  record: Recorder,
  among: readonly Exchange[],
  own: number,
  message: string,
): void {
  const measured = among.flatMap((x) => changeAround(view, x) ?? [])
  const found = decisive(measured, own)
  if (found === undefined) return record.missing(`${message}: the counts were not there to compare`)
  record.expect(found.change === own, found.after, {
    message: `${message} (${found.which.kind})`,
    expected: own === 0 ? 'the same count' : `${own} more`,
    seen: `${found.change} more`,
    pointer: counts,
  })
}

function shift(editor: Editor, step: string, by: number, variant?: string): void {
  const which = variant === undefined ? {} : { variant }
  editor.json({ scenario, step, ...which, nth: 'all' }, (body) => {
    eachRow(body, (row) => void (row['total_decisions'] = Number(row['total_decisions']) + by))
  })
}

function eachRow(body: { [name: string]: Json }, edit: (row: { [name: string]: Json }) => void): void {
  const rows = objectAt(body, 'postPurchaseDecisionSummary')['aggregateCounts']
  for (const i of Array.isArray(rows) ? rows.keys() : [])
    edit(objectAt(body, 'postPurchaseDecisionSummary', 'aggregateCounts', String(i)))
}
