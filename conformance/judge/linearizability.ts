/** One call in a history. Times are milliseconds on one clock. */
export interface Call<Input, Output> {
  readonly input: Input
  /** Undefined when no answer came, or one that does not tell whether the call took effect. */
  readonly output: Output | undefined
  readonly start: number
  /** When the answer was there; ignored without an output: such a call may take effect at any later time, or never. */
  readonly end: number
}

/** What one call after the other would do. */
export interface SequentialModel<State, Input, Output> {
  readonly initial: State
  /**
   * The state after a call, or undefined when the model could not have given this output. For an untold output: the
   * state when the call takes effect.
   */
  readonly step: (state: State, input: Input, output: Output | undefined) => State | undefined
}

export interface Linearization {
  readonly linearizable: boolean
  /** Positions in the history: an order that explains every answer, or the longest beginning of one that was found. */
  readonly order: readonly number[]
}

/**
 * Whether calls that overlapped can be put in an order that respects real time (a call that ended before another began
 * comes first) and in which the model gives each answer. The search of Wing and Gong with Lowe's memory of what was
 * tried; states, inputs and outputs are compared as JSON. Calls that look alike are tried once, the one that ended first.
 */
export function linearize<State, Input, Output>(
  history: readonly Call<Input, Output>[],
  model: SequentialModel<State, Input, Output>,
): Linearization {
  const calls = history.map((call, at) => ({
    ...call,
    at,
    end: call.output === undefined ? Number.POSITIVE_INFINITY : call.end,
    label: JSON.stringify([call.input, call.output ?? null]),
  }))
  const tried = new Set<string>()
  let longest: readonly number[] = []

  const search = (
    left: typeof calls,
    state: State,
    order: readonly number[],
  ): readonly number[] | undefined => {
    if (order.length > longest.length) longest = order
    if (left.every(({ output }) => output === undefined)) return order
    const memory = `${left.map(({ at }) => at).join()} ${JSON.stringify(state)}`
    if (tried.has(memory)) return undefined
    tried.add(memory)
    const firstEnd = Math.min(...left.map(({ end }) => end))
    const seen = new Set<string>()
    const next = left.filter(({ start }) => start <= firstEnd).sort((a, b) => a.end - b.end)
    for (const call of next) {
      if (seen.has(call.label)) continue
      seen.add(call.label)
      const after = model.step(state, call.input, call.output)
      if (after === undefined) continue
      const rest = left.filter((other) => other !== call)
      const found = search(rest, after, [...order, call.at])
      if (found !== undefined) return found
    }
    return undefined
  }

  const order = search(calls, model.initial, [])
  return { linearizable: order !== undefined, order: order ?? longest }
}
