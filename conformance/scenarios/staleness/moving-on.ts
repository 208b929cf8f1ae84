import type { Driver } from '../../drive/driver.ts'
import type { EventSpec } from '../../drive/events.ts'
import { givenStarted, readState, sendEvent, type Started } from '../../drive/given.ts'
import { decide, decisionRequest, type OpenIntent } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import { countsOf, totalOf } from '../../judge/summary.ts'
import type { Scenario } from '../scenario.ts'

type Event = Pick<EventSpec, 'type'> & Partial<EventSpec>

/** How often a count is measured. */
const attempts = 3

const unpaid: Event = { type: 'checkout.session.completed', paymentStatus: 'unpaid' }
const paid: Event = { type: 'checkout.session.completed' }
const succeeded: Event = { type: 'checkout.session.async_payment_succeeded' }
const failed: Event = { type: 'checkout.session.async_payment_failed' }
const expired: Event = { type: 'checkout.session.expired' }

export const movingOn: Scenario = {
  id: 'staleness/moving-on',
  profile: 'sandbox',
  title:
    'intents that move on, step by step; a decision made on the way is replayed, and one more tried where they closed',
  drive: async (driver) => {
    await story(driver, 'paid-later', [unpaid, succeeded])
    await story(driver, 'paid-at-once', [paid, succeeded])
    await story(driver, 'failed-later', [unpaid, failed])
    await story(driver, 'expired', [expired])
  },
}

/** A replay between two reads of the counts, again where somebody else may have written meanwhile. */
async function countedReplays(
  driver: Driver,
  intent: OpenIntent,
  idempotencyKey: string,
  variant: string,
): Promise<void> {
  const { contract } = driver
  const [first] = contract.decisions
  const about = {
    stackId: contract.stack.id,
    offerId: first?.presentedOfferId ?? '',
    kind: first?.decisionKind ?? '',
  }
  const path = contract.routes.sourceData
  const read = (step: string) => driver.send({ operation: 'source-data.read', path, step, variant })
  let before = countsOf((await read('before-replay')).exchange)
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await decide(driver, intent, { idempotencyKey }, { step: 'replayed-counted', variant, about })
    const after = countsOf((await read('after-replay')).exchange)
    if (before === undefined || after === undefined) return
    const [was, is] = [totalOf(before, about), totalOf(after, about)]
    if (was === is) return
    before = after
  }
}

/** Reads after each event, decides as soon as the intent is eligible, and replays that at the end. */
async function story(driver: Driver, variant: string, events: readonly Event[]): Promise<void> {
  const started: Started = await givenStarted(driver)
  const about = { checkoutIntentId: started.intentId }
  let state = await readState(driver, started.intentId, { step: 'state', variant, about })
  const idempotencyKey = driver.canaries.mint('idempotency-key')
  let decided: { readonly updatedAt: number; readonly before: number } | undefined
  for (const event of events) {
    await sendEvent(driver, started, event, { step: 'move', variant })
    const before = state.updatedAt
    state = await readState(driver, started.intentId, { step: 'state', variant, about })
    if (decided === undefined && member(state.sent.json, 'checkout', 'eligible') === true) {
      await decide(driver, state, { idempotencyKey }, { step: 'decided', variant })
      decided = { updatedAt: state.updatedAt, before }
    }
  }
  if (decided === undefined) return
  const { intentId } = started
  if (state.updatedAt !== decided.updatedAt) await countedReplays(driver, state, idempotencyKey, variant)
  const seenBefore = decisionRequest(
    driver,
    { intentId, updatedAt: decided.updatedAt },
    { idempotencyKey },
    { step: 'replayed', variant },
  )
  await driver.send(seenBefore)
  if (state.updatedAt === decided.updatedAt) {
    // Nothing moved it on, as where only `paid` is eligible: then the caller holds the time before.
    const outdated = { intentId, updatedAt: decided.before }
    await decide(driver, outdated, { idempotencyKey }, { step: 'replayed-outdated', variant })
  }
  // The caller may as well have read the present state first; or hold an even older one.
  const { updatedAt } = state
  await decide(driver, { intentId, updatedAt }, { idempotencyKey }, { step: 'replayed-as-read', variant })
  if (member(state.sent.json, 'checkout', 'eligible') !== false) return
  // An intent that took a decision while it was open is closed all the same: another decision, about another offer.
  const decisionKind = driver.contract.decisions.at(-1)?.decisionKind
  await decide(driver, { intentId, updatedAt }, { decisionKind }, { step: 'decide-closed', variant, about })
}
