/** The target could not be reached at all: there is no record. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The target says that it is live: nothing was written to it. */
export class LiveTarget extends Error {
  override readonly name = 'LiveTarget'
}
