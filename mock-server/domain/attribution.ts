import type { Contract } from '../../contracts/contract.ts'
import type { ReferralLink } from '../../contracts/settings.ts'
import type { Click } from './records.ts'

/** The listed link that is named by id, by code, or by both alike. */
export function linkOf(
  contract: Contract,
  given: { readonly referralLinkId?: string; readonly code?: string },
): ReferralLink | undefined {
  const { referralLinkId, code } = given
  if (referralLinkId === undefined && code === undefined) return undefined
  return [contract.referralLinks.eligible, contract.referralLinks.ineligible].find(
    (link) =>
      (referralLinkId === undefined || link.referralLinkId === referralLinkId) &&
      (code === undefined || link.code === code),
  )
}

/** Only clicks into the stack's own funnel may be attached to its checkout. */
export function attributable(contract: Contract, click: Click): boolean {
  return click.destinationRoute === contract.stack.linkedFunnelRoute
}
