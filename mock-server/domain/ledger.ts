import type { Settings } from '../../contracts/settings.ts'
import type { Commission } from '../defects/behaviour.ts'
import type { Attribution, Intent, IntentLine, LedgerEntry } from './records.ts'

const secondsPerDay = 86_400
const ruleIds = { primary: 'commission-rule-primary-offer', bump: 'commission-rule-order-bump' } as const

/** Each line's commission, rounded to whole cents on its own (WIRE 8). Undefined when a rate is none. */
export function commissionOf(
  rates: Settings['commissionRates'],
  lines: readonly IntentLine[],
): Commission | undefined {
  const bpsOf = (line: IntentLine) => (line.kind === 'primary' ? rates.primaryBps : rates.bumpBps)
  if (lines.some((line) => !Number.isInteger(bpsOf(line)) || bpsOf(line) < 0)) return undefined
  return {
    ruleIds: [...new Set(lines.map((line) => ruleIds[line.kind]))],
    grossSaleCents: lines.reduce((sum, line) => sum + line.unitAmountCents, 0),
    commissionCents: lines.reduce((sum, line) => sum + shareOf(line.unitAmountCents, bpsOf(line)), 0),
  }
}

/** A share in basis points of an amount in cents, rounded half up, without going through fractions. */
function shareOf(cents: number, bps: number): number {
  return Number((BigInt(cents) * BigInt(bps) + 5_000n) / 10_000n)
}

/** Review-only evidence: nothing in it can be paid out. `now` in seconds. */
export function openEntry(of: {
  readonly id: string
  readonly intent: Intent
  readonly attribution: Attribution
  readonly commission: Commission
  readonly refundWindowDays: number
  readonly agentClientId: string | null
  readonly now: number
}): LedgerEntry {
  const { id, intent, attribution, commission, refundWindowDays, agentClientId, now } = of
  return {
    id,
    checkoutIntentId: intent.id,
    attribution,
    commissionRuleIds: commission.ruleIds,
    sourceCheckoutStatus: intent.status,
    grossSaleCents: commission.grossSaleCents,
    commissionCents: commission.commissionCents,
    currency: intent.currency,
    ledgerStatus: 'review_only',
    reviewStatus: 'refund_window_open',
    payoutStatus: 'not_payable',
    refundWindowDays,
    reversibleUntil: now + refundWindowDays * secondsPerDay,
    createdAt: now,
    updatedAt: now,
    agentClientId,
  }
}
