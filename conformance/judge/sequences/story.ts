import type { Contract } from '../../../contracts/contract.ts'
import type { Exchange } from '../../transcript.ts'
import { clicked, ledgered, started } from './commerce.ts'
import { decided } from './decisions.ts'
import { delivered } from './events.ts'
import { looked } from './looks.ts'
import { acted } from './owner.ts'
import { memberOf, show } from '../look.ts'
import { isReceived, showState } from '../state.ts'
import { outcomeOf } from '../writes.ts'
import { createWorld, type Expectation, type Told, type World } from './world.ts'

/** The scenario whose exchanges are stories. */
export const sequencesScenario = 'explore/sequences'

/** A story judged up to its first discrepancy, or to the answer with which the target left the model in the dark. */
export interface JudgedStory {
  readonly held: readonly Expectation[]
  readonly broken: Expectation | null
  /** The exchanges up to there. */
  readonly told: readonly Exchange[]
}

/** Replays the pure model of the contract over the exchanges of one story. */
export function judgeStory(contract: Contract, exchanges: readonly Exchange[]): JudgedStory {
  const world = createWorld(contract)
  const held: Expectation[] = []
  for (const [i, x] of exchanges.entries()) {
    if (isBeside(x)) continue
    const told = isJudgeable(x) ? step(world, x) : null
    if (told === null) return { held, broken: null, told: exchanges.slice(0, i + 1) }
    for (const expectation of told) {
      if (!expectation.holds) return { held, broken: expectation, told: exchanges.slice(0, i + 1) }
      held.push(expectation)
    }
  }
  return { held, broken: null, told: exchanges }
}

/** What is no part of the story: an answer on the way to the one that counts, and where the driver learns the session. */
function isBeside({ operation }: Exchange): boolean {
  return operation === 'other' || operation === 'checkout.redirect'
}

/** An answer that says something of the contract: no silence, no failure of the server, no throttling. */
export function isJudgeable({ response }: Exchange): boolean {
  return (
    response !== null &&
    response.status >= 200 &&
    response.status < 500 &&
    ![408, 425, 429].includes(response.status)
  )
}

function step(world: World, x: Exchange): Told {
  switch (x.operation) {
    case 'checkout.start':
      return started(world, x)
    case 'webhook.deliver':
      return delivered(world, x)
    case 'decision.read':
      return looked(world, x)
    case 'decision.record':
      return decided(world, x)
    case 'click.record':
      return clicked(world, x)
    case 'ledger.record':
      return ledgered(world, x)
    case 'owner.act':
      return acted(world, x)
    default:
      return []
  }
}

/** The exchanges by story, in the order in which they were told. */
export function storiesOf(exchanges: readonly Exchange[]): Exchange[][] {
  const stories = new Map<number, Exchange[]>()
  for (const x of exchanges) {
    const story = Number(x.about['story'] ?? 0)
    const told = stories.get(story)
    if (told === undefined) stories.set(story, [x])
    else told.push(x)
  }
  return [...stories.values()]
}

/** How many commands a story has: what is read beside them is none. */
export function commandsIn(exchanges: readonly Exchange[]): number {
  return new Set(exchanges.map(({ about }) => about['position'])).size
}

/** The story in words: each command with what the answer said. */
export function inWords(exchanges: readonly Exchange[]): string {
  return exchanges
    .filter((x) => !isBeside(x))
    .map((x, i) => `${i + 1}. ${commandOf(x)}: ${answer(x)}`)
    .join('; ')
}

function commandOf({ about, step }: Exchange): string {
  const command = about['command']
  return typeof command === 'string' ? command : step
}

function answer(x: Exchange): string {
  if (x.response === null) return 'no answer'
  if (x.operation === 'decision.read') return showState(x)
  if (x.operation !== 'webhook.deliver' || !isReceived(x)) return outcomeOf(x)
  return `received, duplicate ${show(memberOf(x, 'duplicate'))}`
}
