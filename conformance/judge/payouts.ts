import type { Json } from '../transcript.ts'
import { wordsOf } from './effects.ts'
import { objectsIn, show } from './look.ts'

export interface PayoutClaim {
  readonly pointer: string
  readonly name: string
  readonly seen: string
}

/** Members of a ledger answer that say that a payout is due, under way or done. */
export function payoutClaims(body: Json | undefined): PayoutClaim[] {
  const claims: PayoutClaim[] = []
  for (const { pointer, object } of objectsIn(body)) {
    for (const [name, value] of Object.entries(object)) {
      if (!isPayout(wordsOf(name)) || isAbsent(value)) continue
      claims.push({ pointer: `${pointer}/${name}`, name, seen: show(value) })
    }
  }
  return claims
}

/** `payout_id`, `payableAt`, `payoutReference`; a count or a contract's description is none. */
function isPayout(words: readonly string[]): boolean {
  const about =
    words.some((word) => ['payout', 'payable', 'transfer', 'disbursed'].includes(word)) ||
    // The checkout behind an entry may well say when it was paid.
    (words.includes('paid') && (words.length <= 2 || words.includes('commission') || words.includes('out')))
  const fact = [
    'at',
    'id',
    'on',
    'date',
    'cents',
    'amount',
    'reference',
    'status',
    'created',
    'sent',
    'method',
    'scheduled',
  ]
  return about && (words.length === 1 || fact.includes(words.at(-1) ?? ''))
}

function isAbsent(value: Json): boolean {
  if (value === null || value === false || value === 0 || value === '') return true
  return typeof value === 'string' && /^(?:not|non|un)[_-]?(?:payable|paid)$|^none$/i.test(value)
}
