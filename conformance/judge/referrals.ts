import type { Contract } from '../../contracts/contract.ts'
import type { Recorder } from './check.ts'
import type { View } from './view.ts'

/** Whether the contract has referrals at all: clicks, attribution, commission evidence (WIRE 7 to 9). */
export function takesReferrals({ seed }: Contract): boolean {
  return seed.sandboxCheckout.supportsReferralAttributionEvidence
}

/** Whether the contract has no referrals; says so to the record. */
export function withoutReferrals({ contract }: View, record: Recorder): boolean {
  if (takesReferrals(contract)) return false
  record.notApplicable('the contract says supportsReferralAttributionEvidence: false')
  return true
}
