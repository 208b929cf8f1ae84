import type { Recorder } from '../../judge/check.ts'
import type { View } from '../../judge/view.ts'

/** Whether the contract has no attribution at all; says so to the record. */
export function withoutAttribution(view: View, record: Recorder): boolean {
  if (view.contract.seed.sandboxCheckout.supportsReferralAttributionEvidence) return false
  record.notApplicable('the contract says supportsReferralAttributionEvidence: false')
  return true
}
