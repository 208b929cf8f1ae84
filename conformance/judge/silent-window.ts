import type { WitnessedCall } from '../transcript.ts'
import type { Counterexample, Recorder } from './check.ts'
import { isSuccess, startedIntent } from './look.ts'
import type { View } from './view.ts'
import { isWitnessed } from './witnessed.ts'

const scenario = 'confirmation/unstarted'

/** The calls that the twin saw between the pauses of the scenario; undefined where it was not driven to its end. */
export function callsOfUnstarted(view: View, record: Recorder): readonly WitnessedCall[] | undefined {
  // Silence is proof only where the same twin heard a start.
  if (!isWitnessed(view, record)) return undefined
  const pauses = view.pauses.filter((pause) => pause.scenario === scenario)
  const settle = pauses.find(({ step }) => step === 'settle')
  const mark = pauses.find(({ step }) => step === 'mark')
  const drain = pauses.find(({ step }) => step === 'drain')
  if (settle === undefined || mark === undefined || drain === undefined) {
    record.missing('the refused and previewed starts were not all driven')
    return undefined
  }
  if (view.calls.some(({ n }) => n > settle.n && n < mark.n)) {
    record.missing('somebody else calls Stripe through the same twin, so no call can be told to be ours')
    return undefined
  }
  record.each(
    view.exchanges({ scenario, step: 'unstarted' }),
    'a start that is refused or previewed',
    (x) => {
      // One that did start is reported by the confirmation's own checks, and may well have called.
      if (isSuccess(x) && startedIntent(x) !== undefined) record.missing('a start that should not have been')
      else record.saw()
    },
  )
  return view.calls.filter(({ n }) => n > mark.n && n < drain.n)
}

/** A call in the window, as a counterexample. */
export function callInWindow(name: string, call: Partial<WitnessedCall>, variant: string): Counterexample {
  return { name, edit: (editor) => editor.call({ scenario, step: 'unstarted', variant }, call) }
}
