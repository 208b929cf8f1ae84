import type { Driver } from '../../drive/driver.ts'
import { givenClick, givenPaid, givenStarted, readState, sendEvent } from '../../drive/given.ts'
import { decide, decisionRequest, readDecision, type OpenIntent } from '../../drive/verbs.ts'
import { changed } from '../../drive/changed.ts'
import type { Scenario } from '../scenario.ts'
import { decisionPlan } from './plan.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const decisions: Scenario = {
  id: 'non-billing/decisions',
  profile: 'sandbox',
  title: 'each seeded kind is decided and replayed, some are refused, and then nothing is sent for a while',
  drive: async (driver) => {
    const { canaries, contract } = driver
    const plan = decisionPlan(contract)
    const bumps = contract.buyableBumps
    const intents: OpenIntent[] = []
    for (const _ of plan) intents.push(await givenPaid(driver, {}, bumps))
    const others = await otherIntents(driver)
    const open = await givenStarted(driver, {}, { step: 'given-open' })
    const closed = await readState(driver, open.intentId, { step: 'given-open-state' })
    await readAll(driver, intents, 'state-before')
    await readDecision(driver, null, { step: 'contract' })
    if (driver.profile === 'witnessed') await settle(driver)
    for (const [i, kinds] of plan.entries()) {
      const intent = intents[i]
      if (intent === undefined) continue
      for (const { decisionKind } of kinds) {
        const about = { checkoutIntentId: intent.intentId, decisionKind }
        const request = decisionRequest(
          driver,
          intent,
          { decisionKind },
          { step: 'first', variant: decisionKind, about },
        )
        await driver.send(request)
        await driver.send({ ...request, step: 'again' })
      }
      await refusedOnes(driver, intent)
      await lookedAt(driver, intent)
    }
    for (const [variant, intent] of others) await decideOn(driver, intent, variant)
    await decide(driver, closed, {}, { step: 'refused', variant: 'not-eligible' })
    await decide(
      driver,
      closed,
      { idempotencyKey: canaries.mint('idempotency-key'), decisionKind: 'no_such_kind' },
      { step: 'refused', variant: 'kind' },
    )
    if (driver.profile === 'witnessed') await drain(driver)
    await readAll(driver, intents, 'state-after')
  },
}

/** Intents of other kinds: attributed, without bumps, and completed but not paid where that is eligible. */
async function otherIntents(driver: Driver): Promise<(readonly [variant: string, intent: OpenIntent])[]> {
  const { eligibleStatuses } = driver.contract
  const intents: (readonly [string, OpenIntent])[] = [['no-bumps', await givenPaid(driver)]]
  if (takesReferrals(driver.contract))
    intents.push(['attributed', await givenPaid(driver, { referralClickId: await givenClick(driver) })])
  if (eligibleStatuses.includes('completed')) {
    const started = await givenStarted(driver, {}, { step: 'given-unpaid' })
    const event = { type: 'checkout.session.completed', paymentStatus: 'unpaid' }
    await sendEvent(driver, started, event, { step: 'given-completed' })
    const state = await readState(driver, started.intentId, { step: 'given-completed-state' })
    intents.push(['completed', state])
  }
  return intents
}

/** One kind for each offer, the key in the body and, on replay, in the header. */
async function decideOn(driver: Driver, intent: OpenIntent, variant: string): Promise<void> {
  for (const { decisionKind } of decisionPlan(driver.contract)[0] ?? []) {
    const key = driver.canaries.mint('idempotency-key')
    const tags = { variant: `${variant} ${decisionKind}` }
    const members = { decisionKind, idempotencyKey: key }
    const request = decisionRequest(driver, intent, members, { ...tags, step: 'other-first' })
    await driver.send(request)
    await driver.send({
      ...changed(request, { idempotencyKey: undefined }),
      headers: [...(request.headers ?? []), ['idempotency-key', key]],
      step: 'other-again',
    })
    const reused = { ...members, decisionKind: driver.contract.decisions.at(-1)?.decisionKind ?? '' }
    if (reused.decisionKind !== decisionKind)
      await decide(driver, intent, reused, { ...tags, step: 'conflict' })
  }
  await lookedAt(driver, intent)
}

/** What a buyer sees after a decision must not bill late. */
async function lookedAt(driver: Driver, { intentId }: OpenIntent): Promise<void> {
  const { routes } = driver.contract
  const id = encodeURIComponent(intentId)
  await readDecision(driver, intentId, { step: 'looked-at' })
  for (const [operation, path] of [
    ['page.success', `${routes.success}?checkout_intent_id=${id}`],
    ['page.post-purchase', `${routes.postPurchase}/${id}`],
  ] as const)
    await driver.send({
      operation,
      path,
      step: 'looked-at',
      variant: operation,
      headers: [['accept', 'text/html']],
    })
}

/** Decisions that are refused must not bill either. */
async function refusedOnes(driver: Driver, intent: OpenIntent): Promise<void> {
  const tags = (variant: string) => ({ step: 'refused', variant })
  await decide(driver, intent, { confirmationText: 'yes' }, tags('text'))
  await decide(driver, intent, { expectedCheckoutUpdatedAt: intent.updatedAt + 1 }, tags('stale'))
}

async function readAll(driver: Driver, intents: readonly OpenIntent[], step: string): Promise<void> {
  for (const [i, { intentId }] of intents.entries()) {
    const about = { checkoutIntentId: intentId }
    await readDecision(driver, intentId, { step, variant: `intent-${i + 1}`, about })
  }
}

/** A little longer than the window, so that a call at its very end still shows. */
export async function drain(driver: Driver): Promise<void> {
  await driver.pause('drain', Math.ceil(driver.drainMs * 1.1) + 50)
}

/** What earlier steps set off gets the time to end, so that it is not taken for what follows. */
export async function settle(driver: Driver): Promise<void> {
  await driver.pause('settle', Math.min(500, driver.drainMs))
}
