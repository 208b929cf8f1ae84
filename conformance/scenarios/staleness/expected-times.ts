import { withKeyInHeader } from '../../drive/changed.ts'
import { givenPaid, givenStarted, openingPayment, readState, sendEvent } from '../../drive/given.ts'
import { decide, decisionRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { noTimes } from './no-times.ts'

export const expectedTimes: Scenario = {
  id: 'staleness/expected-times',
  profile: 'sandbox',
  title: 'decisions that expect no time, something that is no time, and a time that is not the present one',
  drive: async (driver) => {
    const paid = await givenPaid(driver)
    const { updatedAt } = paid
    const refused: { readonly key: string; readonly variant: string }[] = []
    for (const [variant, value] of noTimes(updatedAt)) {
      const key = driver.canaries.mint('idempotency-key')
      refused.push({ key, variant })
      await decide(
        driver,
        paid,
        { idempotencyKey: key, expectedCheckoutUpdatedAt: value },
        { step: 'no-time', variant },
      )
    }
    for (const { key, variant } of refused) {
      await decide(driver, paid, { idempotencyKey: key }, { step: 'no-time-retried', variant })
    }

    const started = await givenStarted(
      driver,
      {},
      { step: 'given-started' },
      driver.contract.buyableBumps.slice(0, 1),
    )
    const before = await readState(driver, started.intentId, { step: 'started' })
    await sendEvent(
      driver,
      started,
      { type: 'checkout.session.completed', paymentStatus: openingPayment(driver) },
      { step: 'paid' },
    )
    const state = await readState(driver, started.intentId, { step: 'current' })
    const about = { checkoutIntentId: started.intentId, updatedAt: state.updatedAt }
    const stale: { readonly key: string; readonly variant: string }[] = []
    const times: readonly (readonly [variant: string, value: number])[] = [
      ['second-before', state.updatedAt - 1],
      ['second-after', state.updatedAt + 1],
      ['hour-before', state.updatedAt - 3600],
      ['hour-after', state.updatedAt + 3600],
      ['in-milliseconds', state.updatedAt * 1000],
      ['beyond-32-bits', state.updatedAt + 2 ** 32],
      ...(before.updatedAt === state.updatedAt ? [] : [['as-started', before.updatedAt] as const]),
    ]
    for (const [variant, value] of times) {
      const key = driver.canaries.mint('idempotency-key')
      stale.push({ key, variant })
      await decide(
        driver,
        state,
        { idempotencyKey: key, expectedCheckoutUpdatedAt: value },
        { step: 'stale', variant, about },
      )
    }
    const outdated = { expectedCheckoutUpdatedAt: state.updatedAt - 1 }
    const byHeader = decisionRequest(driver, state, outdated, { step: 'stale-by-header', about })
    await driver.send(withKeyInHeader(byHeader))
    await readState(driver, started.intentId, { step: 'after-stale' })
    for (const { key, variant } of stale) {
      await decide(driver, state, { idempotencyKey: key }, { step: 'stale-retried', variant })
    }
    // A decision that is there does not make the next one free, and every kind is asked for the time.
    for (const [i, { decisionKind }] of driver.contract.decisions.entries()) {
      const members = { decisionKind, ...outdated }
      await decide(driver, state, members, { step: 'stale-later', variant: `kind-${i + 1}`, about })
    }
  },
}
