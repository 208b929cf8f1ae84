import { createHash } from 'node:crypto'
import type { Row } from '../store.ts'

/** What a row is found by: a digest of its id, code unit by code unit, so that no two ids are ever taken for one. */
export function keyOf(id: string): Buffer {
  return createHash('sha256').update(id, 'utf16le').digest()
}

/** A row as JSON in plain ASCII, which every database encoding can hold. */
export function toText(row: Row): string {
  return stringify(row).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Reads what `toText` wrote. Throws a `TypeError` for anything else. */
export function fromText<R extends Row>(text: string): R {
  const row: unknown = JSON.parse(text)
  if (isRow<R>(row)) return row
  throw new TypeError('a row in the database is none of this gateway: it has no id')
}

/** The tables are this store's own and typed by what it writes, so an id is proof enough. */
function isRow<R extends Row>(value: unknown): value is R {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}

/** Deeper than anything that is ever read again. */
const deepest = 200

/** Only an event's own object, kept for the audit, can nest deeper than the stack is; its depths are let go then. */
function stringify(row: Row): string {
  try {
    return JSON.stringify(row)
  } catch (error) {
    if (error instanceof RangeError) return JSON.stringify(pruned(row, deepest))
    throw error
  }
}

function pruned(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (levels === 0) return null
  if (Array.isArray(value)) return value.map((item) => pruned(item, levels - 1))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pruned(item, levels - 1)]))
}
