import type { Exchange } from '../../transcript.ts'
import { memberOf } from '../look.ts'
import { isOpenAt } from '../state.ts'
import { isReplay, isRefusal, outcomeOf, writtenId } from '../writes.ts'
import {
  asked,
  askedText,
  type Expectation,
  type Intent,
  type Recorded,
  type Told,
  type World,
} from './world.ts'

/** A decision on an intent of the story, under a new key or one that a decision had before. */
export function decided(world: World, x: Exchange): Told {
  const intent = world.intents.get(askedText(x, 'checkoutIntentId'))
  const key = askedText(x, 'idempotencyKey')
  if (intent === undefined || key === '') return null
  const before = world.decisions.get(key)
  return before === undefined ? underNewKey(world, intent, key, x) : underKnownKey(intent, before, x)
}

function underKnownKey(intent: Intent, first: Recorded, x: Exchange): Told {
  const same = first.intentId === intent.id && first.kind === asked(x, 'decisionKind')
  intent.touches.push({ by: same ? 'replayed-decision' : 'refused-decision' })
  if (!same) {
    return [
      {
        requirement: 'IDM-03',
        holds: isRefusal(x, 409),
        exchange: x,
        message: 'the key of a recorded decision was used for another intent or kind, and was no conflict',
        expected: '409 with an error code',
        seen: outcomeOf(x),
        pointer: '/response/status',
      },
    ]
  }
  const moved = intent.known !== null && intent.known.updatedAt !== first.at
  return [
    {
      requirement: moved ? 'STL-03' : 'IDM-02',
      holds: isReplay(x) && writtenId(x) === first.id,
      exchange: x,
      message: `a recorded decision was sent again${moved ? ' after the state had moved on' : ''}, and was not answered as a replay of the first`,
      expected: `200, id ${first.id}, duplicate true`,
      seen: outcomeOf(x),
      pointer: '/response/body',
    },
  ]
}

function underNewKey(world: World, intent: Intent, key: string, x: Exchange): Told {
  const told = expectedOf(world, intent, x)
  const id = writtenId(x)
  const kind = askedText(x, 'decisionKind')
  const stale = intent.known !== null && asked(x, 'expectedCheckoutUpdatedAt') !== intent.known.updatedAt
  if (id === undefined) {
    const open = isOpenAt(world.contract, intent.known?.status ?? '')
    world.refused.set(key, open && stale ? 'STL-02' : 'ELG-01')
    intent.touches.push({ by: stale ? 'stale-decision' : 'refused-decision' })
  } else {
    world.decisions.set(key, { intentId: intent.id, kind, id, at: intent.known?.updatedAt ?? 0 })
    intent.decisions += 1
    intent.touches.push({ by: 'decision' })
  }
  return told
}

/** What must come of a decision under a new key; nothing where the contract leaves it open. */
function expectedOf(world: World, intent: Intent, x: Exchange): Expectation[] {
  const { known } = intent
  if (known === null || intent.touches.some(({ by }) => by === 'event' || by === 'something')) return []
  const time = asked(x, 'expectedCheckoutUpdatedAt')
  if (!isOpenAt(world.contract, known.status)) return [closed(intent, known.status, x)]
  if (time !== known.updatedAt) return stale(known, x)
  const refusedBy = world.refused.get(askedText(x, 'idempotencyKey'))
  // A second decision may be refused, and so may one whose key carried a refused one before.
  if (refusedBy !== undefined) return [unrecordedBefore(refusedBy, x)]
  if (intent.decisions > 0 || known.status !== 'paid') return []
  return [
    {
      requirement: 'ELG-03',
      holds: writtenId(x) !== undefined,
      exchange: x,
      message: 'the first decision on a paid intent, complete and on its present time, was not recorded',
      expected: '200 with the decision',
      seen: outcomeOf(x),
      pointer: '/response/status',
    },
  ]
}

function closed(intent: Intent, status: string, x: Exchange): Expectation {
  const ended = status === 'expired' || status === 'payment_failed'
  return {
    requirement: ended ? 'ELG-05' : 'ELG-01',
    holds: isRefusal(x),
    exchange: x,
    message: `a decision was taken on an intent with the status "${status}"`,
    expected: '409 with an error code',
    seen: outcomeOf(x),
    pointer: '/response/status',
  }
}

function stale(known: { readonly status: string; readonly updatedAt: number }, x: Exchange): Expectation[] {
  const conflict: Expectation = {
    requirement: 'STL-02',
    holds: isRefusal(x, 409),
    exchange: x,
    message: "a decision on a time that is not the intent's updatedAt was no conflict",
    expected: '409 with an error code',
    seen: outcomeOf(x),
    pointer: '/response/status',
  }
  const shown = { status: memberOf(x, 'checkout', 'status'), updatedAt: memberOf(x, 'checkout', 'updatedAt') }
  return [
    conflict,
    {
      ...conflict,
      holds: shown.status === known.status && shown.updatedAt === known.updatedAt,
      message: 'the conflict does not show the present state',
      expected: `checkout with the status "${known.status}" and updatedAt ${known.updatedAt}`,
      seen: `checkout with the status ${JSON.stringify(shown.status) ?? 'missing'} and updatedAt ${JSON.stringify(shown.updatedAt) ?? 'missing'}`,
      pointer: '/response/body/checkout',
    },
  ]
}

function unrecordedBefore(requirement: string, x: Exchange): Expectation {
  return {
    requirement,
    holds: !isReplay(x),
    exchange: x,
    message: 'a decision that was refused turns out to have been recorded: its key replays',
    expected: 'recorded now, or refused',
    seen: outcomeOf(x),
    pointer: '/response/body/duplicate',
  }
}
