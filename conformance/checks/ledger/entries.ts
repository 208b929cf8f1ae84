import { isObject, isSuccess, memberOf } from '../../judge/look.ts'
import type { View } from '../../judge/view.ts'
import type { Exchange, JsonObject } from '../../transcript.ts'

export interface Recorded {
  readonly exchange: Exchange
  readonly entry: JsonObject
}

/** The entries that were recorded with success, and again as they replay, with the exchange that shows each. */
export function recordedEntries(view: View): Recorded[] {
  return ['record', 'record-again', 'record-completed']
    .flatMap((step) => view.exchanges({ scenario: 'ledger/entry', step }))
    .flatMap((exchange) => {
      const entry = memberOf(exchange, 'commissionLedger')
      return isSuccess(exchange) && isObject(entry) ? [{ exchange, entry }] : []
    })
}
