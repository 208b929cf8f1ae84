import type { WitnessedCall } from '../transcript.ts'
import type { Recorder } from './check.ts'
import type { View } from './view.ts'
import { callsBetween, isWitnessed, positionBefore } from './witnessed.ts'
import { isFirst, isReplay } from './writes.ts'

export const decisionScenario = 'non-billing/decisions'

/** The calls from before the first decision until after the drain; undefined when they cannot be told. */
export function callsOfDecisions(view: View, record: Recorder): readonly WitnessedCall[] | undefined {
  if (!isWitnessed(view, record)) return undefined
  const firsts = view.exchanges({ scenario: decisionScenario, step: 'first' })
  const replays = view.exchanges({ scenario: decisionScenario, step: 'again' })
  const [first] = firsts
  const drain = view.pauses.find(({ scenario, step }) => scenario === decisionScenario && step === 'drain')
  if (first === undefined || drain === undefined) {
    record.missing('a decision, and the drain window after the last one')
    return undefined
  }
  if (drain.ms < view.header.drainMs) {
    record.missing(`a drain window of ${view.header.drainMs} ms: only ${drain.ms} ms were waited`)
    return undefined
  }
  for (const { decisionKind } of view.contract.decisions) {
    const told = (x: (typeof firsts)[number]) => x.variant === decisionKind
    if (firsts.some((x) => told(x) && isFirst(x)) && replays.some((x) => told(x) && isReplay(x))) record.saw()
    else record.missing(`a decision of the kind ${decisionKind}, and its replay`)
  }
  return callsBetween(view, positionBefore(view, first.n), drain.n)
}
