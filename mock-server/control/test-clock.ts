/** A clock that can be moved. Milliseconds since the epoch. */
export interface TestClock {
  now(this: void): number
  advance(ms: number): void
  /** From here on it runs, or stands still when it is frozen. */
  set(to: number, frozen: boolean): void
  /** Back to the time that it was made over. */
  reset(): void
  state(): ClockState
}

export interface ClockState {
  /** Unix seconds. */
  readonly now: number
  /** ISO 8601. */
  readonly time: string
  readonly frozen: boolean
  /** Seconds ahead of the time that it runs over; negative behind. */
  readonly offset: number
}

/** A clock over another one, and equal to it until it is moved. */
export function createTestClock(real: () => number): TestClock {
  let offset = 0
  let standing: number | undefined
  const now = () => standing ?? real() + offset
  return {
    now,
    advance(ms) {
      if (standing === undefined) offset += ms
      else standing += ms
    },
    set(to, frozen) {
      standing = frozen ? to : undefined
      offset = to - real()
    },
    reset() {
      standing = undefined
      offset = 0
    },
    state: () => ({
      now: Math.floor(now() / 1000),
      time: new Date(now()).toISOString(),
      frozen: standing !== undefined,
      offset: Math.round((now() - real()) / 1000),
    }),
  }
}
