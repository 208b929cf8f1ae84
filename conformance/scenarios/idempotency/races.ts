import type { Driver } from '../../drive/driver.ts'
import { delivery } from '../../drive/events.ts'
import { eventFor, givenPaid, givenStarted, readState } from '../../drive/given.ts'
import { clickRequest, decide, decisionRequest, startRequest } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Requests that leave together, and how often: what is lost in one race shows in the next. */
const racers = 20
const rounds = 2

function times<Item>(make: (i: number) => Item): Item[] {
  return Array.from({ length: racers }, (_, i) => make(i))
}

async function inRounds(drive: (variant: string) => Promise<void>, count = rounds): Promise<void> {
  for (let round = 1; round <= count; round += 1) await drive(`round-${round}`)
}

export const raceDecisions: Scenario = {
  id: 'idempotency/race-decisions',
  profile: 'sandbox',
  title: 'twenty racing decisions with one key, alike and of two kinds',
  drive: async (driver) => {
    await inRounds(async (variant) => {
      const intent = await givenPaid(driver)
      const request = decisionRequest(driver, intent, {}, { step: 'race', variant })
      await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
    })
    const kinds = driver.contract.decisions.map(({ decisionKind }) => decisionKind)
    if (kinds.length < 2) return
    const intent = await givenPaid(driver)
    const idempotencyKey = driver.canaries.mint('idempotency-key')
    const ofKind = (i: number) => ({
      idempotencyKey,
      decisionKind: kinds[i % 2 === 0 ? 0 : kinds.length - 1],
    })
    const tags = { step: 'race', variant: 'two-kinds' }
    await driver.race(times((i) => decisionRequest(driver, intent, ofKind(i), tags)))
    for (const i of [0, 1]) await decide(driver, intent, ofKind(i), { ...tags, step: 'after' })
  },
}

export const raceStarts: Scenario = {
  id: 'idempotency/race-starts',
  profile: 'sandbox',
  title: 'twenty racing starts with one key',
  drive: async (driver) => {
    await inRounds(async (variant) => {
      const request = startRequest(driver, {}, { step: 'race', variant })
      const [first] = await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
      // A calm start under the same profile shows whether the target starts at all.
      if (member(first?.json, 'checkoutIntentId') === undefined) await givenStarted(driver)
    })
  },
}

export const raceClicks: Scenario = {
  id: 'idempotency/race-clicks',
  profile: 'sandbox',
  title: 'twenty racing clicks with one key',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    await inRounds(async (variant) => {
      const request = clickRequest(driver, {}, { step: 'race', variant })
      await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
    }, 1)
  },
}

export const raceEvents: Scenario = {
  id: 'idempotency/race-events',
  profile: 'sandbox',
  title: 'twenty racing deliveries of one event',
  drive: async (driver) => inRounds((variant) => raceOneEvent(driver, variant)),
}

async function raceOneEvent(driver: Driver, variant: string): Promise<void> {
  const intent = await givenStarted(driver)
  const { intentId } = intent
  const about = { checkoutIntentId: intentId }
  await readState(driver, intentId, { step: 'before', variant, about })
  const event = eventFor(driver, intent, { type: 'checkout.session.completed' })
  const make = (step: string, attempt: number) => delivery(driver, event, { step, variant, attempt, about })
  await driver.race(times((i) => make('race', i + 1)))
  await readState(driver, intentId, { step: 'after-race', variant, about })
  await driver.send(make('again', racers + 1))
  await readState(driver, intentId, { step: 'after-again', variant, about })
}
