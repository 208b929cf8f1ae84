import type { Exchange } from '../../transcript.ts'
import { memberOf, show } from '../look.ts'
import { isRefusal, outcomeOf, writtenId } from '../writes.ts'
import { keyed, outcome, seeEntry } from './commerce.ts'
import { asked, askedText, type Entry, type Told, type World } from './world.ts'
import { leadsTo } from '../owner-actions.ts'

/** An owner action on an entry of the story. */
export function acted(world: World, x: Exchange): Told {
  const entry = world.entries.get(askedText(x, 'commissionLedgerId'))
  const next = leadsTo[askedText(x, 'actionKind')]
  if (entry === undefined || next === undefined) return null
  if (world.actions.has(askedText(x, 'idempotencyKey'))) return keyed(world.actions, x, 'owner action')
  const id = writtenId(x)
  const told = expectedOf(entry, next, x)
  if (id !== undefined) {
    world.actions.set(askedText(x, 'idempotencyKey'), id)
    seeEntry(world, x, entry.intentId)
  }
  return told
}

function expectedOf(entry: Entry, next: readonly [string, string], x: Exchange): Told {
  if (!entry.certain) return []
  if (entry.ledgerStatus === 'reversed') {
    return [outcome('OWN-03', x, isRefusal(x), 'a reversed entry took another action', 'a refusal')]
  }
  if (asked(x, 'expectedUpdatedAt') !== entry.updatedAt) {
    const message = "an owner action on a time that is not the entry's updatedAt was no conflict"
    return [outcome('STL-04', x, isRefusal(x, 409), message, '409 with an error code')]
  }
  const [ledger, review] = next
  // An action that would change nothing may be refused.
  if (entry.reviewStatus === review && isRefusal(x)) return []
  const [is, updatedAt] = [memberOf(x, 'commissionLedger'), memberOf(x, 'commissionLedger', 'updatedAt')]
  const shown = ['ledgerStatus', 'reviewStatus', 'payoutStatus'].map((name) =>
    memberOf(x, 'commissionLedger', name),
  )
  const wanted = [ledger, review, entry.payoutStatus]
  const moved = wanted.every((value, i) => value === shown[i])
  return [
    {
      ...outcome(
        'OWN-03',
        x,
        writtenId(x) !== undefined && moved,
        'an owner action did not move the entry as declared',
        show(wanted),
      ),
      seen: is === undefined ? outcomeOf(x) : show(shown),
    },
    {
      ...outcome(
        'STL-04',
        x,
        typeof updatedAt === 'number' && updatedAt > entry.updatedAt,
        'an owner action did not move updatedAt forward',
        `more than ${entry.updatedAt}`,
      ),
      seen: show(updatedAt),
    },
  ]
}
