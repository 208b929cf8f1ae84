import type { Transcript } from '../transcript.ts'
import type { Check, Counterexample } from './check.ts'
import { createEditor, NothingToEdit } from './editor.ts'
import { judge, type CheckResult } from './judge.ts'

export type Trial = 'caught' | 'missed' | 'not-applicable'

/** Applies one counterexample to a transcript and tells whether its check notices. */
export function tryCounterexample(
  transcript: Transcript,
  check: Check,
  counterexample: Counterexample,
): Trial {
  const editor = createEditor(transcript)
  try {
    counterexample.edit(editor)
  } catch (error) {
    if (error instanceof NothingToEdit) return 'not-applicable'
    throw error
  }
  const [result] = judge(editor.transcript(), [check])
  return result !== undefined && result.findings.length > 0 ? 'caught' : 'missed'
}

export interface Sensitivity {
  /** Edits that applied to this run's transcript. */
  readonly edits: number
  readonly caught: number
  /** `check: counterexample` of each edit that went unnoticed. */
  readonly missed: readonly string[]
}

/** An edit that stumbles over what the target said proves nothing of this run; against our own gateway it is a fault. */
function tryOnRun(...trial: Parameters<typeof tryCounterexample>): Trial {
  try {
    return tryCounterexample(...trial)
  } catch {
    return 'not-applicable'
  }
}

/** After a pass: would the suite have noticed, on this very transcript? Only passed checks are tried. */
export function sensitivityOf(
  transcript: Transcript,
  checks: readonly Check[],
  results: readonly CheckResult[],
): Sensitivity {
  const passed = new Set(
    results.filter((result) => result.status === 'pass' && result.findings.length === 0).map(({ id }) => id),
  )
  let edits = 0
  const missed: string[] = []
  for (const check of checks.filter(({ id }) => passed.has(id))) {
    for (const counterexample of check.counterexamples) {
      const trial = tryOnRun(transcript, check, counterexample)
      if (trial === 'not-applicable') continue
      edits += 1
      if (trial === 'missed') missed.push(`${check.id}: ${counterexample.name}`)
    }
  }
  return { edits, caught: edits - missed.length, missed }
}
