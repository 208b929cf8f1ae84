import type { Driver, Sent } from '../../drive/driver.ts'
import { decide, givenPaid, readState } from '../../drive/verbs.ts'
import { countsOf, totalOf, type Count } from '../../judge/summary.ts'
import type { Json } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'

/** How often a measurement is taken again when somebody else may have written meanwhile. */
const attempts = 4

export const decisionCounts: Scenario = {
  id: 'source-data/counts',
  profile: 'sandbox',
  title: 'the live counts before and after a recorded decision, its replay and refused decisions',
  drive: async (driver) => {
    let before = await readCounts(driver, 'quiet', 1)
    await readCommerce(driver, 'before')
    before = await readCounts(driver, 'quiet', 2)
    const which = rarest(driver, before)
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const intent = await givenPaid(driver)
      before = await readCounts(driver, 'before-decision', attempt)
      const key = driver.canaries.mint('idempotency-key')
      const members = { idempotencyKey: key, decisionKind: which.kind }
      const variant = String(attempt)
      await decide(driver, intent, members, { step: 'decide', variant, about: { ...which } })
      let after = await readCounts(driver, 'after-decision', attempt)
      if (moved(before, after, which) !== 1 && attempt < attempts) continue

      for (let again = 1; again <= attempts; again += 1) {
        before = after
        await decide(driver, intent, members, { step: 'replay', variant: String(again) })
        after = await readCounts(driver, 'after-replay', again)
        if (moved(before, after, which) === 0) break
      }
      const state = await readState(driver, intent.intentId, { step: 'read' })
      for (let again = 1; again <= attempts; again += 1) {
        before = after
        for (const [refusal, change] of Object.entries(refusals(driver, state.updatedAt))) {
          const wrong = { decisionKind: which.kind, ...change }
          await decide(driver, state, wrong, { step: 'refused', variant: refusal, about: { attempt: again } })
        }
        after = await readCounts(driver, 'after-refusals', again)
        if (moved(before, after, which) === 0) break
      }
      break
    }
    await readCounts(driver, 'quiet', 3)
    await readCommerce(driver, 'after')
    await readCounts(driver, 'quiet', 4)
  },
}

/** Decisions that the state, the text or the intent forbids. */
function refusals(driver: Driver, updatedAt: number): { [name: string]: { [member: string]: Json } } {
  const { canaries, contract } = driver
  return {
    'wrong-text': { confirmationText: contract.texts.checkout },
    stale: { expectedCheckoutUpdatedAt: updatedAt + 1 },
    'unknown-intent': { checkoutIntentId: canaries.mint('client-field') },
  }
}

async function readCommerce(driver: Driver, variant: string): Promise<void> {
  const path = driver.contract.routes.commerceSourceData
  await driver.send({ operation: 'commerce-source-data.read', step: 'commerce', variant, path })
}

async function readCounts(driver: Driver, step: string, attempt: number): Promise<Sent> {
  return driver.send({
    operation: 'source-data.read',
    step,
    variant: String(attempt),
    path: driver.contract.routes.sourceData,
  })
}

/** The seeded decision with the lowest count: a count that was never raised shows an offset too. */
function rarest({ contract }: Driver, { exchange }: Sent) {
  const counts = countsOf(exchange) ?? []
  const among = contract.decisions.map(({ decisionKind, presentedOfferId }) => ({
    stackId: contract.stack.id,
    offerId: presentedOfferId,
    kind: decisionKind,
  }))
  const totals = among.map((which) => totalOf(counts, which))
  const lowest = Math.min(...totals)
  const found = among.findLast((_, i) => totals[i] === lowest)
  if (found === undefined) throw new TypeError('a contract without decisions cannot have passed parseSeed')
  return found
}

function moved(before: Sent, after: Sent, which: Pick<Count, 'stackId' | 'offerId' | 'kind'>): number {
  const [was, is] = [countsOf(before.exchange), countsOf(after.exchange)]
  return was === undefined || is === undefined ? 0 : totalOf(is, which) - totalOf(was, which)
}
