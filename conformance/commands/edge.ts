/** What the commands take from the process: handed in, so that a test can run them. */
export interface Edge {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: (name: string) => string | undefined
  /** Adds to the end of a file, e.g. the summary of a workflow's step. */
  readonly append: (path: string, text: string) => void
  /** True when the output is a terminal that can redraw a line. */
  readonly live: boolean
}

/** Wrong use: what was wrong and what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
