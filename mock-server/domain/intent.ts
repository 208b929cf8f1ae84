import type { Contract } from '../../contracts/contract.ts'
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

/**
 * When the post-purchase path of an intent closes (seconds): so many minutes after the event that opened it, as the
 * seed says. Null while it is not open, and where the seed names no end.
 */
export function pathClosesAt({ eligibleStatuses, stack }: Contract, intent: Intent): number | null {
  const { expiresAfterMinutes } = stack.postPurchasePath
  if (expiresAfterMinutes === undefined || !eligibleStatuses.includes(intent.status)) return null
  return (intent.eligibleSince ?? intent.updatedAt) + expiresAfterMinutes * 60
}
