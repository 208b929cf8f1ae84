import type { Defect } from './define.ts'
import * as list from './list.ts'

/** Every defect that the gateway can be told to have, sorted by id. */
export const defects: readonly Defect[] = Object.values(list).toSorted((left, right) =>
  left.id < right.id ? -1 : 1,
)
