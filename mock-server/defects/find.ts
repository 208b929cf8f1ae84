import { nearest } from '../../contracts/nearest.ts'
import type { Defect } from './define.ts'
import { defects } from './index.ts'
import { operationDefects } from './non-billing/stripe-operations.ts'

/** Defects by id, the generated ones among them. Throws a `TypeError` for an unknown one, with the nearest that there is. */
export function findDefects(ids: readonly string[]): readonly Defect[] {
  const known = [...defects, ...operationDefects]
  return ids.map((id) => {
    const found = known.find((defect) => defect.id === id)
    if (found !== undefined) return found
    const near = nearest(
      id,
      known.map((defect) => defect.id),
    )
    const hint = near === undefined ? '' : `; the nearest is "${near}"`
    throw new TypeError(`no defect is called "${id}"${hint} (list: mock-server/defects/index.ts)`)
  })
}
