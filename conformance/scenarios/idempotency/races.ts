import { changed, withKeyInHeader } from '../../drive/changed.ts'
import type { Driver } from '../../drive/driver.ts'
import { delivery } from '../../drive/events.ts'
import { clickIfTaken, eventFor, givenPaid, givenStarted, readState } from '../../drive/given.ts'
import { clickRequest, decisionRequest, startRequest, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** Requests that leave together, and how often: what is lost in one race shows in the next. */
const racers = 20
const rounds = 2
/** Enough for three or more of each kind. */
const mixedRacers = 12

function times<Item>(make: (i: number) => Item, length = racers): Item[] {
  return Array.from({ length }, (_, i) => make(i))
}

/** The items in turn. */
function pick<Item>(items: readonly Item[], i: number): Item {
  const item = items[i % items.length]
  if (item === undefined) throw new Error('There is nothing to race.')
  return item
}

async function inRounds(drive: (variant: string) => Promise<void>, count = rounds): Promise<void> {
  for (let round = 1; round <= count; round += 1) await drive(`round-${round}`)
}

export const raceDecisions: Scenario = {
  id: 'idempotency/race-decisions',
  profile: 'sandbox',
  title:
    'twenty racing decisions with one key, in the body or the header, alike or for two intents and kinds',
  drive: async (driver) => {
    for (const variant of ['in-body', 'in-header']) {
      const intent = await givenPaid(driver)
      const made = decisionRequest(driver, intent, {}, { step: 'race', variant })
      const request = variant === 'in-header' ? withKeyInHeader(made) : made
      await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
    }
    await raceMixedDecisions(driver)
  },
}

/** One key for two intents and, where the seed has more, for two kinds: a lock on the intent does not order them. */
async function raceMixedDecisions(driver: Driver): Promise<void> {
  const [intent, other] = [await givenPaid(driver), await givenPaid(driver)]
  const idempotencyKey = driver.canaries.mint('idempotency-key')
  const kinds = driver.contract.decisions.map(({ decisionKind }) => decisionKind)
  const wishes = [
    { of: intent, decisionKind: kinds[0] },
    { of: other, decisionKind: kinds[0] },
    ...(kinds.length > 1 ? [{ of: intent, decisionKind: kinds.at(-1) }] : []),
  ]
  const requests = wishes.map(({ of, decisionKind }) =>
    decisionRequest(driver, of, { idempotencyKey, decisionKind }, { step: 'race', variant: 'mixed' }),
  )
  await driver.race(times((i) => pick(requests, i)))
  for (const request of requests) await driver.send({ ...request, step: 'after' })
}

export const raceStarts: Scenario = {
  id: 'idempotency/race-starts',
  profile: 'sandbox',
  title: 'twenty racing starts with one key, and some with one key for different checkouts',
  drive: async (driver) => {
    await inRounds(async (variant) => {
      const request = startRequest(driver, {}, { step: 'race', variant })
      const [first] = await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
      // A calm start under the same profile shows whether the target starts at all.
      if (member(first?.json, 'checkoutIntentId') === undefined) await givenStarted(driver)
    })
    await raceMixedStarts(driver)
  },
}

/** One key for another buyer, another basket, another click: a lock on any of these does not order them. */
async function raceMixedStarts(driver: Driver): Promise<void> {
  const { contract } = driver
  const [bump] = contract.buyableBumps
  const clicks = takesReferrals(contract) ? [await clickIfTaken(driver), await clickIfTaken(driver)] : []
  const changes = [
    ...(bump === undefined ? [] : [{ orderBumpPriceIds: [bump.priceId] }]),
    { buyerEmail: driver.canaries.mint('buyer-email') },
  ]
  await raceMixed(driver, 'mixed', [{}, ...clicks.slice(0, 1), ...changes], mixedRacers)
  if (clicks.length > 0) await raceMixed(driver, 'mixed-clicks', clicks, racers)
}

async function raceMixed(
  driver: Driver,
  variant: string,
  changes: readonly Members[],
  length: number,
): Promise<void> {
  const plain = startRequest(driver, {}, { step: 'race', variant })
  const requests = changes.map((members) => changed(plain, members))
  await driver.race(times((i) => pick(requests, i), length))
  for (const request of requests) await driver.send({ ...request, step: 'after' })
}

export const raceClicks: Scenario = {
  id: 'idempotency/race-clicks',
  profile: 'sandbox',
  title: 'twenty racing clicks with one key, alike or on two links',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    await inRounds(async (variant) => {
      const request = clickRequest(driver, {}, { step: 'race', variant })
      await driver.race(times(() => request))
      await driver.send({ ...request, step: 'after' })
    })
    await raceMixedClicks(driver)
  },
}

/** One key for two links: a lock on the link does not order them. */
async function raceMixedClicks(driver: Driver): Promise<void> {
  const { referralLinkId, destinationRoute } = driver.contract.referralLinks.ineligible
  const plain = clickRequest(driver, {}, { step: 'race', variant: 'mixed' })
  const requests = [plain, changed(plain, { referralLinkId, destinationRoute })]
  await driver.race(times((i) => pick(requests, i), mixedRacers))
  for (const request of requests) await driver.send({ ...request, step: 'after' })
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
