import type { Contract } from '../../../contracts/contract.ts'
import type { Json } from '../../transcript.ts'

/** The sale that a basket of these bump prices makes, in cents. */
export function grossOf(contract: Contract, bumpPriceIds: readonly string[]): number {
  return linesOf(contract, bumpPriceIds).reduce((sum, { cents }) => sum + cents, 0)
}

/**
 * The commissions that a basket may earn, in cents: each line's share is rounded. WIRE does not say to which side a
 * half cent goes, so both usual roundings (half up, half to even) are right.
 */
export function commissionsOf(contract: Contract, bumpPriceIds: readonly string[]): ReadonlySet<number> {
  let sums = new Set([0])
  for (const { cents, bps } of linesOf(contract, bumpPriceIds)) {
    const shares = sharesOf(cents, bps)
    sums = new Set([...sums].flatMap((sum) => shares.map((share) => sum + share)))
  }
  return sums
}

function linesOf(
  { primaryOffer, allowedBumps, settings }: Contract,
  bumpPriceIds: readonly string[],
): { readonly cents: number; readonly bps: number }[] {
  const { primaryBps, bumpBps } = settings.commissionRates
  return [
    { cents: primaryOffer.unitAmountCents, bps: primaryBps },
    ...allowedBumps
      .filter(({ priceId }) => bumpPriceIds.includes(priceId))
      .map(({ unitAmountCents }) => ({ cents: unitAmountCents, bps: bumpBps })),
  ]
}

/** A share in whole cents, without going through fractions. */
function sharesOf(cents: number, bps: number): number[] {
  const product = BigInt(cents) * BigInt(bps)
  const down = Number(product / 10_000n)
  const rest = product % 10_000n
  if (rest < 5_000n) return [down]
  if (rest > 5_000n) return [down + 1]
  return down % 2 === 0 ? [down, down + 1] : [down + 1]
}

export function stringsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
