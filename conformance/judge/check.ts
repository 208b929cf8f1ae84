import type { Exchange, PageView, PrerequisiteId, Profile, WitnessedCall } from '../transcript.ts'
import type { Editor } from './editor.ts'
import type { View } from './view.ts'

export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** Where a finding can be seen: an entry of the transcript and a pointer into it. Never the secret itself. */
export interface Evidence {
  readonly entry: number
  readonly pointer: string
}

export interface Finding {
  readonly message: string
  readonly expected: string
  readonly seen: string
  readonly evidence: readonly Evidence[]
}

export type Subject = Exchange | PageView | WitnessedCall

/** What a check tells while it judges. */
export interface Recorder {
  /** Counts an observation as judged: without one, a check cannot pass. */
  readonly saw: () => void
  /** Judges one observation: counts it, and adds the finding when it does not hold. Returns `holds`. */
  readonly expect: (
    holds: boolean,
    subject: Subject,
    finding: {
      readonly message: string
      readonly expected: string
      readonly seen: string
      readonly pointer?: string
    },
  ) => boolean
  /** Something that should have been there to judge was not; the check cannot pass, and need not fail. */
  readonly missing: (what: string) => void
  /**
   * Runs `judge` over exchanges that were answered; says what is missing where one was not, or only put the caller off,
   * or where there is none.
   */
  readonly each: (exchanges: readonly Exchange[], what: string, judge: (exchange: Exchange) => void) => void
  /** The contract gives this target nothing to judge here, e.g. no order bumps. */
  readonly notApplicable: (reason: string) => void
}

/** An edit of a good transcript that the check must reject: the proof that it can fail. */
export interface Counterexample {
  readonly name: string
  readonly edit: (editor: Editor) => void
}

/** A pure function from the transcript to findings, for one requirement. */
export interface Check {
  /** Path below `checks/`, without the ending. */
  readonly id: string
  /** Requirement id. */
  readonly requirement: string
  /** The requirement's level, or SHOULD for the weaker clause of a MUST. */
  readonly level: Level
  /** The profile from which it can be judged. */
  readonly profile: Profile
  /** True when it needs a browser at hand. */
  readonly browser?: true
  /** One line: what is judged. */
  readonly title: string
  /** Scenarios that it reads, or `*` for whatever was driven. */
  readonly scenarios: readonly string[]
  /** Steps that it builds on; when one never came about, the check is `blocked` by the check that reports it. */
  readonly needs: readonly PrerequisiteId[]
  /** True where a finding is a fact whatever else failed, e.g. a secret that came back: no broken step excuses it. */
  readonly stands?: true
  readonly judge: (view: View, record: Recorder) => void
  readonly counterexamples: readonly [Counterexample, ...Counterexample[]]
}
