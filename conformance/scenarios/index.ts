import { checkoutNearMisses } from './confirmation/near-misses.ts'
import { openIntent } from './eligibility/open-intent.ts'
import type { Scenario } from './scenario.ts'

/** THE list of scenarios, in the order in which they are driven. */
export const scenarios: readonly Scenario[] = [checkoutNearMisses, openIntent]
