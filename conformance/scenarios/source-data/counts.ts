import type { Canaries } from '../../drive/canaries.ts'
import { Aborted, type Driver, type Sent } from '../../drive/driver.ts'
import { givenPaid, givenStarted, readState, type Started } from '../../drive/given.ts'
import { decide, decisionRequest, type OpenIntent } from '../../drive/verbs.ts'
import type { Which } from '../../judge/count-changes.ts'
import { countsOf, totalOf } from '../../judge/summary.ts'
import type { Json } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** What was counted first in each run, and an intent that was paid then, for the measurement at its end. */
const countedFirst = new WeakMap<Canaries, { which: Which; intent: Started & OpenIntent }>()
/** How often a measurement is taken when somebody else may have written meanwhile. */
const attempts = 3
/** Decisions of one kind that leave together. */
const racers = 4

export const decisionCounts: Scenario = {
  id: 'source-data/counts',
  profile: 'sandbox',
  title: 'the live counts before and after recorded decisions, a race, a replay and refused decisions',
  drive: async (driver) => {
    await readCounts(driver, 'quiet', '1')
    const before = await readCounts(driver, 'quiet', '2')
    // A count that was never raised shows a fault that later ones hide, and the other way round: one of each.
    const [rarest, ...others] = byTotal(driver, before)
    if (rarest === undefined) return
    let last = await record(driver, rarest, 'first')
    for (const which of others.slice(0, attempts - 1)) {
      if (last.change === 1 || !isUnused(before, which)) break
      last = await record(driver, which, 'first')
    }
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      last = await record(driver, last.which, 'further')
      if (last.inAll === 1) break
    }
    await repeat(driver, last.which, 'after-replay', async (variant) => {
      await decide(driver, last.intent, last.members, { step: 'replay', variant, about: { ...last.which } })
    })
    // Another decision on the same offer may be recorded or refused; only the former is counted.
    const { which: decided, intent: decidedOn } = last
    const sibling = others.find((one) => one.offerId === decided.offerId && one.kind !== decided.kind)
    if (sibling !== undefined) {
      await repeat(driver, sibling, 'after-sibling', async (variant) => {
        const members = { decisionKind: sibling.kind }
        await decide(driver, decidedOn, members, { step: 'sibling', variant, about: { ...sibling } })
      })
    }
    const state = await readState(driver, last.intent.intentId, { step: 'read' })
    const open = await givenStarted(driver)
    const otherKey = driver.canaries.mint('idempotency-key')
    // Of another offer if there is one: a target may take one decision an offer.
    const rest = byTotal(driver, before).filter(({ kind }) => kind !== last.which.kind)
    const otherKind = rest.find(({ offerId }) => offerId !== last.which.offerId) ?? rest[0]
    const other = { idempotencyKey: otherKey, decisionKind: otherKind?.kind }
    const second = { step: 'decide-other-kind', about: { ...otherKind } }
    const { response } = await decide(driver, state, other, second)
    const refused = {
      ...refusals(driver, state.updatedAt, open.intentId, last.members.idempotencyKey),
      // A target may take one decision an offer; then nothing stands under this key.
      ...(response?.status === 200 && otherKind !== undefined
        ? { 'conflict-of-kinds': { idempotencyKey: otherKey } }
        : {}),
    }
    await repeat(driver, last.which, 'after-refusals', async (attempt) => {
      for (const [variant, change] of Object.entries(refused)) {
        const members = { decisionKind: last.which.kind, ...change }
        await decide(driver, state, members, { step: 'refused', variant, about: { attempt, ...last.which } })
      }
    })
    await readCounts(driver, 'quiet', '3')
    await readCommerce(driver)
    await readCounts(driver, 'quiet', '4')
    // Each kind has a count of its own: one that is raised twice, or under another kind, shows nowhere else.
    const recorded: Recorded[] = [last]
    for (const which of others) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const one = await record(driver, which, 'each-kind')
        recorded.push(one)
        if (one.inAll === 1) break
      }
    }
    await race(driver, rarest, recorded)
    countedFirst.set(driver.canaries, { which: last.which, intent: await givenPaid(driver) })
  },
}

export const countsLater: Scenario = {
  id: 'source-data/counts-later',
  profile: 'sandbox',
  title: 'a decision near the end of the run, of a kind that was counted at its beginning',
  drive: async (driver) => {
    const first = countedFirst.get(driver.canaries)
    if (first === undefined)
      throw new Aborted('no decision was counted at the beginning', 'source-data', null)
    const { which, intent } = first
    await readCounts(driver, 'before-decision', 'later')
    const members = { decisionKind: which.kind }
    await decide(driver, intent, members, { step: 'decide', variant: 'later', about: { ...which } })
    await readCounts(driver, 'after-decision', 'later')
  },
}

type Recorded = Awaited<ReturnType<typeof record>>

/** One kind, decided at once on the intents that have decided on no offer of that kind, and on some new ones. */
async function race(driver: Driver, which: Which, recorded: readonly Recorded[]): Promise<void> {
  const free = recorded.filter((one) => one.which.offerId !== which.offerId).map(({ intent }) => intent)
  while (free.length < racers) free.push(await givenPaid(driver))
  await readCounts(driver, 'before-race', '1')
  const about = { ...which }
  const tags = { step: 'race', about }
  const members = { decisionKind: which.kind }
  await driver.race(free.map((intent) => decisionRequest(driver, intent, members, tags)))
  await readCounts(driver, 'after-race', '1')
}

/** Records a decision between two reads of the counts. */
async function record(driver: Driver, which: Which, phase: string) {
  const intent: Started & { updatedAt: number } = await givenPaid(driver)
  const members = {
    idempotencyKey: driver.canaries.mint('idempotency-key'),
    decisionKind: which.kind,
  }
  const before = await readCounts(driver, 'before-decision', phase)
  await decide(driver, intent, members, { step: 'decide', variant: phase, about: { ...which } })
  const after = await readCounts(driver, 'after-decision', phase)
  return { which, intent, members, change: moved(before, after, which), inAll: movedInAll(before, after) }
}

/** Does what must not be counted, again while the count moves. */
async function repeat(
  driver: Driver,
  which: Which,
  step: string,
  act: (attempt: string) => Promise<void>,
): Promise<void> {
  let before = await readCounts(driver, step, '0')
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await act(String(attempt))
    const after = await readCounts(driver, step, String(attempt))
    if (moved(before, after, which) === 0) return
    before = after
  }
}

/** Decisions that the text, the state, the intent or the key forbids. */
function refusals(
  { contract }: Driver,
  updatedAt: number,
  openIntentId: string,
  knownKey: string,
): { [name: string]: { [member: string]: Json } } {
  return {
    'wrong-text': { confirmationText: contract.texts.checkout },
    stale: { expectedCheckoutUpdatedAt: updatedAt + 1 },
    'not-eligible': { checkoutIntentId: openIntentId },
    conflict: { checkoutIntentId: openIntentId, idempotencyKey: knownKey },
    'unknown-intent': { checkoutIntentId: 'checkout-intent-of-nobody' },
  }
}

async function readCommerce(driver: Driver): Promise<void> {
  const path = driver.contract.routes.commerceSourceData
  await driver.send({ operation: 'commerce-source-data.read', step: 'commerce', path })
}

async function readCounts(driver: Driver, step: string, variant: string): Promise<Sent> {
  const path = driver.contract.routes.sourceData
  return driver.send({ operation: 'source-data.read', step, variant, path })
}

/** The seeded decisions, the one with the lowest count first. */
function byTotal({ contract }: Driver, { exchange }: Sent): Which[] {
  const counts = countsOf(exchange) ?? []
  return contract.decisions
    .map(({ decisionKind, presentedOfferId }) => ({
      stackId: contract.stack.id,
      offerId: presentedOfferId,
      kind: decisionKind,
    }))
    .sort((a, b) => totalOf(counts, a) - totalOf(counts, b))
}

function isUnused({ exchange }: Sent, which: Which): boolean {
  return totalOf(countsOf(exchange) ?? [], which) === 0
}

/** By how much all counts together rose: more than one tells that somebody else wrote, or one too many was counted. */
function movedInAll(before: Sent, after: Sent): number {
  const sum = ({ exchange }: Sent) => (countsOf(exchange) ?? []).reduce((all, { total }) => all + total, 0)
  return sum(after) - sum(before)
}

function moved(before: Sent, after: Sent, which: Which): number {
  const [was, is] = [countsOf(before.exchange), countsOf(after.exchange)]
  return was === undefined || is === undefined ? 0 : totalOf(is, which) - totalOf(was, which)
}
