import { expect, test } from 'vitest'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { createValidator } from '../contracts/validate.ts'
import { priceText } from './pages/price.ts'
import { startTestGateway } from './testing.ts'
import {
  click,
  clicked,
  commission,
  decide,
  eventFor,
  jsonOf,
  member,
  ownerAct,
  start,
  started,
  stateOf,
} from './testing/story.ts'

const seeds = [defaultSeed, new URL('../seeds/atelier-lumiere-source-data.json', import.meta.url)]

test.each(seeds.map((seed) => [seed.pathname.split('/').at(-1), seed] as const))(
  'under %s each answer fits its closed schema, and none carries a private value',
  async (_name, seed) => {
    const contract = readContract(seed)
    const validator = createValidator(contract)
    const gateway = startTestGateway({ contract })
    const { get, post, deliver, ownerToken } = gateway
    const { routes } = contract
    const seen: string[] = []
    type Id = Parameters<typeof validator.validate>[0]
    const fits = async (schema: Id, asked: Response | Promise<Response>) => {
      const answer = await asked
      const text = await answer.text()
      seen.push(text, JSON.stringify([...answer.headers]))
      const body = await jsonOf(new Response(text))
      expect([schema, validator.validate(schema, body)]).toEqual([schema, []])
      return body
    }
    const secrets = {
      buyerEmail: 'planted.buyer@example.com',
      agentClientId: 'planted-agent',
      idempotencyKey: 'planted-key',
    }
    const orderBumpPriceIds = contract.allowedBumps.map((bump) => bump.priceId)

    await fits('source-data', get(routes.sourceData))
    await fits('commerce-source-data', get(routes.commerceSourceData))
    await fits('agent-docs', get(routes.agentDocs))
    await fits('checkout-contract', get(routes.checkout))
    await fits('checkout-preview', start(gateway, { ...secrets, previewOnly: true, orderBumpPriceIds }))
    await fits('click-recorded', click(gateway, { anonymousVisitorKey: 'planted-visitor' }))
    const referralClickId = await clicked(gateway)
    const ask = { ...secrets, orderBumpPriceIds, referralClickId }
    const id = String((await fits('checkout-started', start(gateway, ask)))['checkoutIntentId'])
    await fits('checkout-replayed', start(gateway, ask))
    await fits('error', start(gateway, { ...ask, buyerEmail: 'planted.other@example.com' }))
    const event = eventFor(id, 'checkout.session.completed', {
      payment_status: 'paid',
      customer_details: { email: secrets.buyerEmail },
      metadata: { checkout_intent_id: id, note: 'planted-metadata' },
    })
    await fits('webhook-accepted', deliver(event))
    await fits('webhook-duplicate', deliver(event))
    await fits('decision-contract', get(`${routes.decisions}?checkoutIntentId=${id}`))
    await fits('decision-recorded', decide(gateway, id, { idempotencyKey: 'planted-key' }))
    await fits('decision-replayed', decide(gateway, id, { idempotencyKey: 'planted-key' }))
    await fits(
      'decision-conflict',
      decide(gateway, id, { expectedCheckoutUpdatedAt: 1, idempotencyKey: 'planted-2' }),
    )
    await fits('decision-conflict', decide(gateway, await started(gateway)))
    await fits('ledger-contract', get(routes.ledger))
    const evidence = await fits(
      'ledger-recorded',
      commission(gateway, id, { agentClientId: 'planted-agent' }),
    )
    const owner = { authorization: `Bearer ${ownerToken}` }
    await fits('owner-contract', get(routes.ownerActions, owner))
    const reason = 'planted-reason'
    await fits('owner-action-recorded', ownerAct(gateway, member(evidence, 'commissionLedger'), { reason }))
    await fits('error', post(routes.ownerActions, {}))
    await fits('error', get(`${routes.checkout}/redirect/${id}`))
    await fits('source-data', get(routes.sourceData))
    for (const path of [`${routes.success}?checkout_intent_id=${id}`, `${routes.postPurchase}/${id}`]) {
      seen.push(await (await get(path)).text())
    }
    expect(await stateOf(gateway, id)).toMatchObject({ selectedOrderBumpPriceIds: orderBumpPriceIds })
    expect(seen.join('\n')).not.toMatch(/planted|evt_|cs_test|pi_3|cus_|stripe\.com/)
  },
)

test("prices are written in the currency's own decimals", () => {
  expect([priceText(900, 'usd'), priceText(900, 'jpy'), priceText(1500, 'bhd')]).toEqual([
    '9.00 USD',
    '900 JPY',
    '1.500 BHD',
  ])
})
