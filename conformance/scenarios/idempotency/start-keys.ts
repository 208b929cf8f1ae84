import { changed } from '../../drive/changed.ts'
import { Aborted } from '../../drive/driver.ts'
import { readDecision, start, startRequest } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'

export const startKeys: Scenario = {
  id: 'idempotency/start-keys',
  profile: 'sandbox',
  title: 'a start under a key, again, and with the same key for another basket and another buyer',
  drive: async (driver) => {
    const { canaries, contract } = driver
    const idempotencyKey = canaries.mint('idempotency-key')
    const buyerEmail = canaries.mint('buyer-email')
    const agentClientId = canaries.mint('agent-client-id')
    const request = startRequest(driver, { idempotencyKey, buyerEmail, agentClientId }, { step: 'first' })
    const first = await driver.send(request)
    const intentId = member(first.json, 'checkoutIntentId')
    if (typeof intentId !== 'string' || first.response === null || first.response.status >= 300) {
      throw new Aborted('a confirmed start gave no checkout intent', 'start', first.exchange.n)
    }
    await driver.send({ ...request, step: 'again' })
    await readDecision(driver, intentId, { step: 'state-before' })
    const bumps = contract.buyableBumps.map(({ priceId }) => priceId)
    if (bumps.length > 0) {
      await start(
        driver,
        { idempotencyKey, buyerEmail, agentClientId, orderBumpPriceIds: bumps },
        { step: 'reused', variant: 'other-basket' },
      )
    }
    await start(driver, { idempotencyKey, agentClientId }, { step: 'reused', variant: 'other-buyer' })
    await readDecision(driver, intentId, { step: 'state-after' })
    await driver.send({ ...request, step: 'after' })
    if (bumps.length === 0) return
    // The other way round: a confirmed bump must not be dropped either.
    const larger = startRequest(
      driver,
      { buyerEmail, agentClientId, orderBumpPriceIds: bumps },
      { step: 'larger-first' },
    )
    const made = await driver.send(larger)
    const largerId = member(made.json, 'checkoutIntentId')
    if (typeof largerId !== 'string') return
    await readDecision(driver, largerId, { step: 'larger-state-before' })
    const smaller = changed(larger, { orderBumpPriceIds: [] })
    await driver.send({ ...smaller, step: 'larger-reused', variant: 'smaller-basket' })
    await readDecision(driver, largerId, { step: 'larger-state-after' })
  },
}
