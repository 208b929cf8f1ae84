import type { Driver } from '../drive/driver.ts'
import type { Profile } from '../transcript.ts'

/** Drives the target and never judges. */
export interface Scenario {
  /** `surface/name`, unique. */
  readonly id: string
  /** The profile from which it is driven. */
  readonly profile: Profile
  /** Set to false when it only reads: such a scenario is driven even against a target that says it is live. */
  readonly writes?: false
  readonly browser?: true
  /** One line: what is driven. */
  readonly title: string
  readonly drive: (driver: Driver) => Promise<void>
}
