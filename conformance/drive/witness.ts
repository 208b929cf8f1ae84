import type { StripeTwin, TwinCall } from '../../mock-server/stripe-twin/twin.ts'
import type { SeenCall, Witness } from '../run.ts'

/** The twin as a run's witness. */
export function witnessOf(twin: Pick<StripeTwin, 'onCall' | 'failSessions'>): Witness {
  return {
    onCall: (listener) => twin.onCall((call) => listener(seenCall(call))),
    failSessions: twin.failSessions,
  }
}

function seenCall({
  method,
  path,
  host,
  operation,
  mutating,
  keyMode,
  idempotencyKey,
  params,
  status,
}: TwinCall): SeenCall {
  return {
    method,
    path,
    host,
    operation: operation ?? null,
    mutating,
    keyMode,
    idempotencyKey: idempotencyKey ?? null,
    params: params,
    status,
  }
}
