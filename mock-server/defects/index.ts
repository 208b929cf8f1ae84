import type { Defect } from './define.ts'

/** Every defect that the gateway can be told to have, by id. */
export const defects: readonly Defect[] = []
