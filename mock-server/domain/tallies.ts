import type { Transaction } from '../store/store.ts'
import type { LedgerEntry, TallyGroup } from './records.ts'

interface Counted {
  readonly group: TallyGroup
  readonly dimensions: readonly string[]
  /** Unix seconds. */
  readonly at: number
  readonly by?: number
  readonly grossCents?: number
  readonly commissionCents?: number
}

/** Adds to a running count, inside the transaction that brings what is counted. */
export async function count(tx: Transaction, counted: Counted): Promise<void> {
  const { group, dimensions, at, by = 1, grossCents = 0, commissionCents = 0 } = counted
  const id = JSON.stringify([group, ...dimensions])
  const before = await tx.tallies.get(id)
  await tx.tallies.put({
    id,
    group,
    dimensions,
    total: (before?.total ?? 0) + by,
    lastAt: Math.max(at, before?.lastAt ?? 0),
    grossCents: (before?.grossCents ?? 0) + grossCents,
    commissionCents: (before?.commissionCents ?? 0) + commissionCents,
  })
}

/** Counts an entry in (`by` 1) or out (`by` -1) under its statuses. */
export function countEntry(tx: Transaction, entry: LedgerEntry, by: 1 | -1): Promise<void> {
  return count(tx, {
    group: 'ledger',
    dimensions: [entry.ledgerStatus, entry.reviewStatus, entry.payoutStatus, entry.currency],
    at: entry.updatedAt,
    by,
    grossCents: by * entry.grossSaleCents,
    commissionCents: by * entry.commissionCents,
  })
}
