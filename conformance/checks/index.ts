import type { Check } from '../judge/check.ts'
import { confirmationNearMisses } from './confirmation/near-misses.ts'
import { startedIsClosed } from './eligibility/started-is-closed.ts'

/** THE list of checks. */
export const checks: readonly Check[] = [confirmationNearMisses, startedIsClosed]
