import type { AllRows } from '../store/rows.ts'
import type { KeptSessions } from '../stripe-twin/pay/hosted-pay.ts'
import type { IdState } from './id-source.ts'

/** A world as it was. Its rows hold private values, so it never leaves the gateway: only its id does. */
export interface Snapshot {
  readonly snapshotId: string
  /** Milliseconds of the world's clock. */
  readonly at: number
  readonly frozen: boolean
  readonly rows: AllRows
  readonly ids: IdState
  readonly defects: readonly string[]
  /** The sessions of its intents; undefined where no twin is at hand. */
  readonly atTwin: KeptSessions | undefined
}

export interface SnapshotInfo {
  readonly snapshotId: string
  /** Unix seconds of the world's clock. */
  readonly takenAt: number
  readonly intents: number
  readonly decisions: number
}

/** More than these are too many: the oldest goes. */
const most = 20

export interface Snapshots {
  add(snapshot: Omit<Snapshot, 'snapshotId'>): SnapshotInfo
  find(id: string): Snapshot | undefined
  list(): readonly SnapshotInfo[]
  infoOf(this: void, snapshot: Snapshot): SnapshotInfo
}

/** `tag` is part of every id, so that an id taken in one world names nothing in another. */
export function createSnapshots(tag = crypto.randomUUID().slice(0, 8)): Snapshots {
  const kept = new Map<string, Snapshot>()
  let made = 0
  return {
    add(snapshot) {
      made += 1
      const snapshotId = `snapshot-${made}-${tag}`
      const added = { ...snapshot, snapshotId }
      kept.set(snapshotId, added)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return infoOf(added)
    },
    find: (id) => kept.get(id),
    list: () => [...kept.values()].map(infoOf),
    infoOf,
  }
}

function infoOf({ snapshotId, at, rows }: Snapshot): SnapshotInfo {
  return {
    snapshotId,
    takenAt: Math.floor(at / 1000),
    intents: rows.intents.length,
    decisions: rows.decisions.length,
  }
}
