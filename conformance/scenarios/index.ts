import { decisionCounts } from './source-data/counts.ts'
import { sourceDataReads } from './source-data/reads.ts'
import { checkoutNearMisses } from './confirmation/near-misses.ts'
import { openIntent } from './eligibility/open-intent.ts'
import { publicSurfaces } from './redaction/public-surfaces.ts'
import { surfaces } from './redaction/surfaces.ts'
import type { Scenario } from './scenario.ts'
import { attributionAttach } from './attribution/attach.ts'
import { attributionClicks } from './attribution/clicks.ts'
import { attributionForeignClicks } from './attribution/foreign-clicks.ts'
import { ledgerEntry } from './ledger/entry.ts'
import { ledgerRace } from './ledger/race.ts'
import { ledgerRefused } from './ledger/refused.ts'

/** THE list of scenarios, in the order in which they are driven. */
export const scenarios: readonly Scenario[] = [
  sourceDataReads,
  decisionCounts,
  checkoutNearMisses,
  openIntent,
  attributionAttach,
  attributionClicks,
  attributionForeignClicks,
  ledgerEntry,
  ledgerRace,
  ledgerRefused,
  publicSurfaces,
  surfaces,
]
