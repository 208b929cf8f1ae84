import type { Exchange } from '../transcript.ts'
import type { Recorder } from './check.ts'
import type { View } from './view.ts'
import { callsDuring, isSessionCreate, isWitnessed } from './witnessed.ts'

export const stripeFailure = 'robustness/stripe-failure'

/** Whether a start, or its replay, met a Stripe that the suite made fail: then a 502 is what WIRE 3 wants. */
export const metStripeFailing = (x: Exchange): boolean => x.scenario === stripeFailure && 'said' in x.about

/** Every start that Stripe was made to fail; says what is missing where there is none, or where Stripe was not asked. */
export function startsThatStripeFailed(view: View, record: Recorder): readonly Exchange[] {
  if (!isWitnessed(view, record)) return []
  const sent = view.exchanges({ scenario: stripeFailure, step: 'while-failing' })
  if (sent.length === 0) {
    const driven = view.header.scenarios.includes(stripeFailure)
    if (driven) record.notApplicable('this witness cannot make Stripe fail')
    else record.missing('a start while Stripe fails')
    return []
  }
  return sent.filter((x) => {
    if (callsDuring(view, x).some((call) => isSessionCreate(call) && call.status >= 400)) return true
    record.missing(`a start while Stripe fails (${x.variant ?? ''}): Stripe was not asked for a session`)
    return false
  })
}
