import { pathClosesAt } from '../domain/intent.ts'
import type { Decision, Intent } from '../domain/records.ts'
import type { World } from '../world.ts'

/** What control and the console show of an intent: public facts alone. Times are Unix seconds. */
export interface IntentState {
  readonly checkoutIntentId: string
  readonly status: string
  readonly amountCents: number
  readonly currency: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly eligible: boolean
  /** When the post-purchase path closes; null while it is not open. */
  readonly pathClosesAt: number | null
  /** Whether it is open, and has not closed by now. */
  readonly pathOpen: boolean
  /** Kinds of the decisions recorded so far. */
  readonly decisions: readonly string[]
}

const most = 50

/** The newest intents, the newest first. */
export async function listIntents(world: World): Promise<readonly IntentState[]> {
  const { store } = world
  const [intents, decisions] = await store.read(async (tx) => [
    await tx.intents.all(),
    await tx.decisions.all(),
  ])
  // Rows come in the order in which they were written: the reversal settles a tie.
  const newest = intents
    .toReversed()
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .slice(0, most)
  return newest.map((intent) => stateOf(world, intent, decisions))
}

export async function findIntent(world: World, id: string): Promise<Intent | undefined> {
  return world.store.read((tx) => tx.intents.get(id))
}

export async function showIntent(world: World, intent: Intent): Promise<IntentState> {
  const decisions = await world.store.read((tx) => tx.decisions.all())
  return stateOf(world, intent, decisions)
}

function stateOf(world: World, intent: Intent, decisions: readonly Decision[]): IntentState {
  const { behaviour, contract } = world
  const eligible = behaviour.isEligible(intent.status, 'write')
  return {
    checkoutIntentId: intent.id,
    status: intent.status,
    amountCents: intent.amountCents,
    currency: intent.currency,
    createdAt: intent.createdAt,
    updatedAt: intent.updatedAt,
    eligible,
    pathClosesAt: pathClosesAt(contract, intent),
    pathOpen: eligible && !behaviour.pathExpired(intent, world.seconds()),
    decisions: decisions.filter((one) => one.checkoutIntentId === intent.id).map((one) => one.decisionKind),
  }
}
