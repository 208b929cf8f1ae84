import type { Defect } from './define.ts'
import { defects } from './index.ts'

/** Defects by id. Throws a `TypeError` for an unknown one, with the nearest that there is. */
export function findDefects(ids: readonly string[]): readonly Defect[] {
  return ids.map((id) => {
    const found = defects.find((defect) => defect.id === id)
    if (found !== undefined) return found
    throw new TypeError(
      `no defect is called "${id}"; the nearest is "${nearest(id)}" (list: mock-server/defects/index.ts)`,
    )
  })
}

function nearest(id: string): string {
  let best = { name: '', edits: Number.POSITIVE_INFINITY }
  for (const { id: name } of defects) {
    const edits = editsBetween(id, name)
    if (edits < best.edits) best = { name, edits }
  }
  return best.name
}

/** Levenshtein's distance. */
function editsBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (const [i, character] of [...left].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...right].entries()) {
      next.push(
        Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (character === other ? 0 : 1)),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
