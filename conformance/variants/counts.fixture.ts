import { isList, editingJson, isObject, type Setting, type Json, type Variant } from './variant.fixture.ts'

const before = 41

/** Counts that others raised long ago, and rows for what nobody has chosen yet. */
export const counts: Variant = {
  id: 'counts-above-zero',
  title: 'aggregates start above zero and list zero rows',
  otherSeed: true,
  wrap: (fetch, setting) => editingJson((body) => void listed(body, setting))(fetch, setting),
}

function listed(value: Json, { contract }: Setting): void {
  if (isList(value)) for (const item of value) listed(item, { contract } as Setting)
  if (!isObject(value)) return
  const rows = value['aggregateCounts']
  if (!isList(rows)) {
    for (const inner of Object.values(value)) listed(inner, { contract } as Setting)
    return
  }
  for (const row of rows) {
    if (isObject(row)) row['total_decisions'] = Number(row['total_decisions']) + before
  }
  for (const { decisionKind, presentedOfferId } of contract.decisions) {
    if (rows.some((row) => isObject(row) && row['decision_kind'] === decisionKind)) continue
    rows.push({
      offer_stack_id: contract.stack.id,
      presented_offer_id: presentedOfferId,
      decision_kind: decisionKind,
      // A row that comes to be later must not have fallen: it starts where the others do.
      total_decisions: before,
      last_created_at: null,
    })
  }
}
