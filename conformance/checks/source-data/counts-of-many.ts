import type { Check, Recorder } from '../../judge/check.ts'
import { changeAround, decisive, judgeCountDate, risingWith } from '../../judge/count-changes.ts'
import { objectAt, type Editor } from '../../judge/editor.ts'
import { show } from '../../judge/look.ts'
import type { View } from '../../judge/view.ts'
import { isFirst, isReplay } from '../../judge/writes.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'source-data/counts'
const moving = 'staleness/moving-on'
const later = 'source-data/counts-later'
const counts = '/response/body/postPurchaseDecisionSummary/aggregateCounts'
/** In a shared sandbox others may raise any row once in a while, but hardly the same one each time. */
const attempts = 3

export const countsOfMany: Check = {
  id: 'source-data/counts-of-many',
  requirement: 'SRC-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'second and racing decisions are all counted, each in its own row, and late replays are not',
  scenarios: [scenario, moving, later],
  needs: ['source-data', 'start', 'pay', 'decide'],
  judge: (view, record) => {
    const second = view.exchanges({ scenario, step: 'decide-other-kind' })
    atLeast(view, record, second, 'a second decision on one intent')
    atLeast(view, record, view.exchanges({ scenario, step: 'race' }), 'racing decisions')
    for (const variant of ['further', 'each-kind'])
      judgeOtherRows(view, record, view.exchanges({ scenario, step: 'decide', variant }).filter(isFirst))
    judgeLateReplays(view, record)
    for (const x of view.exchanges({ scenario: later, step: 'decide' }).filter(isFirst))
      judgeCountDate(view, record, x, counts)
  },
  counterexamples: [
    {
      name: 'a second decision is not counted',
      edit: (editor) => raise(editor, scenario, 'after-refusals', -1),
    },
    { name: 'a racing decision is not counted', edit: (editor) => raise(editor, scenario, 'after-race', -1) },
    {
      name: 'the date of a count stays that of its first decision',
      edit: (editor) =>
        editor.json({ scenario: later, step: 'after-decision' }, (body) => {
          const rows = objectAt(body, 'postPurchaseDecisionSummary')['aggregateCounts']
          for (const i of Array.isArray(rows) ? rows.keys() : [])
            objectAt(body, 'postPurchaseDecisionSummary', 'aggregateCounts', String(i))['last_created_at'] = 1
        }),
    },
    { name: 'a late replay is counted', edit: (editor) => raise(editor, moving, 'after-replay', 1) },
  ],
}

/** What was recorded between two reads is counted; others may have added to it, and never take from it. */
function atLeast(view: View, record: Recorder, sent: readonly Exchange[], what: string): void {
  const recorded = sent.filter(isFirst)
  const [found] = recorded.flatMap((x) => changeAround(view, x) ?? [])
  // A target may take one decision an intent, or refuse what races.
  if (found === undefined) return
  const own = recorded.length
  record.expect(found.change >= own, found.after, {
    message: `${what}: fewer are counted than were recorded (${found.which.kind})`,
    expected: `${own} more`,
    seen: `${found.change} more`,
    pointer: counts,
  })
  for (const x of recorded) judgeCountDate(view, record, x, counts)
}

function judgeOtherRows(view: View, record: Recorder, among: readonly Exchange[]): void {
  for (const kind of new Set(among.map(({ about }) => about['kind']))) {
    const measured = among
      .filter(({ about }) => about['kind'] === kind)
      .flatMap((x) => changeAround(view, x) ?? [])
    const [row] = measured.length < attempts ? [] : risingWith(measured)
    const after = measured.at(-1)?.after
    if (after === undefined) continue
    record.expect(row === undefined, after, {
      message: `each decision of ${show(kind)} raised the count of another kind, too`,
      expected: 'one row raised',
      seen: `${row?.kind ?? ''} raised, too`,
      pointer: counts,
    })
  }
}

function judgeLateReplays(view: View, record: Recorder): void {
  const replays = view.exchanges({ scenario: moving, step: 'replayed-counted' }).filter(isReplay)
  const found = decisive(
    replays.flatMap((x) => changeAround(view, x) ?? []),
    0,
  )
  if (found === undefined) return
  record.expect(found.change === 0, found.after, {
    message: `a replay after the intent had moved on was counted (${found.which.kind})`,
    expected: 'the same count',
    seen: `${found.change} more`,
    pointer: counts,
  })
}

function raise(editor: Editor, where: string, step: string, by: number): void {
  editor.json({ scenario: where, step, nth: 'all' }, (body) => {
    const rows = objectAt(body, 'postPurchaseDecisionSummary')['aggregateCounts']
    for (const i of Array.isArray(rows) ? rows.keys() : []) {
      const row = objectAt(body, 'postPurchaseDecisionSummary', 'aggregateCounts', String(i))
      row['total_decisions'] = Number(row['total_decisions']) + by
    }
  })
}
