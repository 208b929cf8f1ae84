import type { Offer } from '../../contracts/contract.ts'
import type { Driver, Sending, Sent } from '../drive/driver.ts'
import type { BuiltEvent } from '../drive/events.ts'
import { readDecision, type Members } from '../drive/verbs.ts'
import { member } from '../judge/look.ts'
import { isJudgeable } from '../judge/sequences/story.ts'
import type { Exchange, JsonObject } from '../transcript.ts'
import type { Time } from './commands.ts'
import { takesReferrals } from '../judge/referrals.ts'

export interface KnownIntent {
  readonly id: string
  readonly members: Members
  readonly amountCents: number
  readonly sessionId?: string
  /** As read last. */
  updatedAt: number
}

export interface KnownEvent {
  readonly event: BuiltEvent
  readonly intent: KnownIntent
  readonly late: boolean
  attempts: number
}

/** The target answered in a way with which the story cannot go on. */
export class Ended extends Error {
  override readonly name = 'Ended'
}

/** What the driver knows while it tells one story: nothing of it is judged, it is what later commands speak of. */
export interface Session {
  readonly driver: Driver
  readonly referrals: boolean
  /** The bumps that go with the primary offer. */
  readonly bumps: readonly Offer[]
  readonly intents: KnownIntent[]
  readonly events: KnownEvent[]
  readonly decisions: Members[]
  readonly refused: Members[]
  readonly clicks: { readonly members: Members; readonly id: string }[]
  readonly ledgers: { readonly intentId: string; readonly members: Members }[]
  readonly entries: { readonly id: string; updatedAt: number }[]
  readonly actions: Members[]
  readonly told: Exchange[]
  /** The command that is being told, from 1. */
  position: number
  readonly tags: JsonObject
}

export function createSession(driver: Driver, tags: JsonObject): Session {
  const { buyableBumps } = driver.contract
  return {
    driver,
    tags,
    referrals: takesReferrals(driver.contract),
    bumps: buyableBumps,
    intents: [],
    events: [],
    decisions: [],
    refused: [],
    clicks: [],
    ledgers: [],
    entries: [],
    actions: [],
    told: [],
    position: 0,
  }
}

/** What goes with an exchange for the judge: the story, the command's position and its words. */
export function about(session: Session, command: string, facts: JsonObject = {}): JsonObject {
  return { ...session.tags, position: session.position, command, ...facts }
}

/** Sends, and ends the story where the target gives no answer that says something. */
export async function ask(session: Session, sending: Sending): Promise<Sent> {
  return noted(session, await session.driver.send(sending))
}

export function noted(session: Session, sent: Sent): Sent {
  session.told.push(sent.exchange)
  if (!isJudgeable(sent.exchange)) throw new Ended()
  return sent
}

/** Reads the present state of an intent. */
export async function look(session: Session, intent: KnownIntent): Promise<void> {
  const told = about(session, 'look at it', { checkoutIntentId: intent.id })
  const sent = noted(session, await readDecision(session.driver, intent.id, { step: 'look', about: told }))
  const updatedAt = member(sent.json, 'checkout', 'updatedAt')
  if (typeof updatedAt !== 'number') throw new Ended()
  intent.updatedAt = updatedAt
}

export function isOk({ response }: Sent): boolean {
  return response !== null && response.status >= 200 && response.status < 300
}

/** The n-th of those that there are, counted round. */
export function pick<T>(among: readonly T[], n: number): T | undefined {
  return among[n % Math.max(1, among.length)]
}

const shifts: { readonly [time in Time]: number } = { now: 0, before: -1, after: 1 }

/** A time beside the present one, in Unix seconds; always one that a request may carry. */
export function shifted(time: number, by: Time): number {
  return Math.max(1, time + shifts[by])
}

export function onTime(by: Time): string {
  return by === 'now' ? '' : `, on the second ${by} the present time`
}
