import type { PayPages } from '../options.ts'
import { readRows, type AllRows } from '../store/rows.ts'
import { unseeded } from './id-source.ts'
import { ControlError, readInput, type Inputs } from './inputs.ts'
import type { SnapshotInfo } from './snapshots.ts'
import type { Space } from './space.ts'

interface Parts {
  readonly space: () => Space
  readonly startDefects: readonly string[]
  /** The twin that has the sessions of the world's intents, where it is at hand. */
  readonly pay: PayPages | undefined
  /** Writes an act of control into the journal. */
  readonly note: (act: string, facts: Readonly<Record<string, unknown>>) => void
}

/** A world taken back to its beginning, or to a moment that was kept. */
export function createRewind({ space, startDefects, pay, note }: Parts) {
  return {
    async reset(input: Inputs['reset'] = {}): Promise<void> {
      const { idSeed } = readInput('reset', input)
      const { clock, setDefects, begin, journal } = space()
      // Only this can fail, so it goes first: a reset that fails changes nothing.
      await begin({}, idSeed === undefined ? unseeded : { seed: idSeed, drawn: 0 })
      clock.reset()
      setDefects(startDefects)
      journal?.clear()
      note('reset', idSeed === undefined ? {} : { idSeed })
    },

    async snapshot(input: Inputs['snapshot'] = {}): Promise<SnapshotInfo> {
      readInput('snapshot', input)
      const { world, clock, ids, defects, snapshots } = space()
      const rows = await readRows(world().store)
      const { frozen } = clock.state()
      const info = snapshots.add({
        ...{ at: clock.now(), frozen, rows, ids: ids.state(), defects: defects() },
        atTwin: pay?.keep(sessionsOf(rows)),
      })
      note('snapshot', { snapshotId: info.snapshotId })
      return info
    },

    snapshots: (): readonly SnapshotInfo[] => space().snapshots.list(),

    async restore(input: Inputs['restore']): Promise<SnapshotInfo> {
      const { snapshotId } = readInput('restore', input)
      const { clock, setDefects, begin, snapshots } = space()
      const found = snapshots.find(snapshotId)
      if (found === undefined) {
        const words = `there is no snapshot "${snapshotId}" in this namespace, or it was too old to keep`
        throw new ControlError(404, 'snapshot_not_found', words, 'snapshotId')
      }
      await begin(found.rows, found.ids)
      setDefects(found.defects)
      clock.set(found.at, found.frozen)
      // The clock comes first: a session that is open again must not meet the time at which it was over.
      if (found.atTwin !== undefined) pay?.putBack(found.atTwin)
      note('restore', { snapshotId })
      return snapshots.infoOf(found)
    },
  }
}

function sessionsOf({ intents }: AllRows): readonly string[] {
  return intents.map(({ privates }) => privates.stripeSessionId).filter((id) => id !== null)
}
