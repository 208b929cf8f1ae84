import type { Intent, IntentStatus } from './records.ts'

/** Moves an intent to a status at `updatedAt` (seconds). */
export function withStatus(intent: Intent, status: IntentStatus, updatedAt: number): Intent {
  return { ...intent, status, updatedAt }
}

/** A time after `updatedAt`, strictly, also where two changes fall into one second. */
export function movedForward(updatedAt: number, now: number): number {
  return Math.max(now, updatedAt + 1)
}

/** Nothing takes a paid intent back; a closed one is opened by payment alone. */
export function mayMove(from: IntentStatus, to: IntentStatus): boolean {
  if (from === to || from === 'paid') return false
  const closed = from === 'payment_failed' || from === 'expired'
  return !(closed && to === 'completed')
}
