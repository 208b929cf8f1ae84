import type { Exchange } from '../../transcript.ts'
import { memberOf, startedIntent } from '../look.ts'
import { isReplay, isRefusal, outcomeOf, writtenId } from '../writes.ts'
import { asked, askedText, textsIn, type Expectation, type Told, type World } from './world.ts'

/** A start, first or again. */
export function started(world: World, x: Exchange): Told {
  const key = askedText(x, 'idempotencyKey')
  const id = startedIntent(x)
  const bumps = textsIn(asked(x, 'orderBumpPriceIds')).join()
  const clickId = askedText(x, 'referralClickId') || null
  const first = world.starts.get(key)
  if (first === undefined) {
    if (id === undefined || key === '') return null
    const isNew = !world.intents.has(id)
    if (isNew) {
      world.starts.set(key, { id, bumps, clickId })
      world.intents.set(id, {
        ...{ id, clickId, known: null, may: null },
        ...{ touches: [], decisions: 0, ledgerId: null },
      })
    }
    return [
      outcome(
        'IDM-05',
        x,
        isNew,
        'a start under a new key was answered with an intent of another key',
        'a new id',
      ),
    ]
  }
  const changed = clickId !== first.clickId ? 'click' : bumps !== first.bumps ? 'body' : null
  world.intents.get(first.id)?.touches.push({ by: changed === null ? 'something' : 'other-start' })
  if (changed === 'click') {
    const message = 'a replayed start brought another referral click, and was no conflict'
    return [outcome('ATT-03', x, isRefusal(x, 409), message, '409 with an error code')]
  }
  if (changed === 'body') {
    const message = 'the key of a start was used again with another basket, and started another intent'
    const holds = id === undefined || id === first.id
    return [outcome('IDM-06', x, holds, message, `a refusal, or the first intent ${first.id}`)]
  }
  const message = 'a start was sent again, and did not give the intent of the first'
  const marked = 'a start was sent again, and was not answered as a duplicate'
  return [
    outcome('IDM-05', x, id === first.id, message, `200, id ${first.id}`),
    outcome('IDM-02', x, isReplay(x), marked, 'duplicate true'),
  ]
}

/** A click, first or again. */
export function clicked(world: World, x: Exchange): Told {
  return keyed(world.clicks, x, 'click')
}

/** Ledger evidence for an intent of the story. */
export function ledgered(world: World, x: Exchange): Told {
  const intent = world.intents.get(askedText(x, 'checkoutIntentId'))
  if (intent === undefined) return null
  intent.touches.push({ by: 'something' })
  const again = world.ledgers.has(askedText(x, 'idempotencyKey'))
  const id = writtenId(x)
  const told = again || id !== undefined ? keyed(world.ledgers, x, 'ledger entry') : []
  if (told === null) return null
  // A replay may show the entry as it was.
  if (again) return told
  const hadOne = intent.ledgerId
  if (id !== undefined && hadOne === null) {
    intent.ledgerId = id
    seeEntry(world, x, intent.id)
  }
  const refused = isRefusal(x)
  if (intent.clickId === null) {
    const message = 'evidence was recorded for an intent that no referral was attached to'
    return [...told, outcome('LED-01', x, refused, message, 'a refusal')]
  }
  if (hadOne !== null) {
    const message = 'a second entry was recorded for one intent'
    return [...told, outcome('LED-01', x, refused || id === hadOne, message, 'a refusal, or the first entry')]
  }
  return told
}

/** Notes the entry as the answer to a first write shows it. */
export function seeEntry(world: World, x: Exchange, intentId: string): void {
  const id = memberOf(x, 'commissionLedger', 'commissionLedgerId')
  const updatedAt = memberOf(x, 'commissionLedger', 'updatedAt')
  if (typeof id !== 'string' || typeof updatedAt !== 'number') return
  const [ledgerStatus, reviewStatus, payoutStatus] = ['ledgerStatus', 'reviewStatus', 'payoutStatus'].map(
    (name) => memberOf(x, 'commissionLedger', name),
  )
  world.entries.set(id, { intentId, certain: true, updatedAt, ledgerStatus, reviewStatus, payoutStatus })
}

/** IDM-02 for a write that needs a key: the first makes, the same again replays. */
export function keyed(known: Map<string, string>, x: Exchange, what: string): Told {
  const key = askedText(x, 'idempotencyKey')
  const id = writtenId(x)
  const first = known.get(key)
  if (first === undefined) {
    if (id === undefined || key === '') return null
    known.set(key, id)
    return []
  }
  const message = `the same ${what} again was not answered as a replay of the first`
  return [outcome('IDM-02', x, isReplay(x) && id === first, message, `200, id ${first}, duplicate true`)]
}

export function outcome(
  requirement: string,
  exchange: Exchange,
  holds: boolean,
  message: string,
  expected: string,
): Expectation {
  return {
    requirement,
    holds,
    exchange,
    message,
    expected,
    seen: outcomeOf(exchange),
    pointer: '/response/body',
  }
}
