import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import { decide, pay, started } from '../testing/story.ts'
import { defects } from './index.ts'

const ids = defects.map(({ id }) => id)

test('ids are in kebab-case and unique, and each names the requirement that it breaks', () => {
  expect(new Set(ids).size).toBe(ids.length)
  for (const { id, breaks, summary } of defects) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(breaks).toMatch(/^[A-Z]{3}-\d{2}$/)
    expect(summary).toMatch(/\.$/)
  }
})

test('an unknown defect is refused with the nearest that there is', () => {
  expect(() => startTestGateway({ defects: ['no-dedup'] })).toThrow(/"no-dedup".*"no-dedupe"/)
})

// That each defect is caught, by a check of the requirement that it breaks, is shown in `conformance/defects/`.

const late = 'deferred-2s'

test(`${late} calls Stripe after the answer`, async () => {
  const gateway = startTestGateway({ defects: [late] })
  const intentId = await started(gateway)
  await pay(gateway, intentId)
  const billed = new Promise<string | undefined>((resolve) => {
    gateway.twin.onCall(({ operation }) => resolve(operation))
  })
  expect((await decide(gateway, intentId)).status).toBe(200)
  expect(gateway.twin.calls.map(({ operation }) => operation)).toEqual(['checkout.sessions.create'])
  expect(await billed).toBe('payment_intents.create')
  await gateway.close()
})

test('defects compose', async () => {
  const gateway = startTestGateway({ defects: ['email-plain-json', 'trim-whitespace'] })
  const { checkout } = gateway.contract.texts
  const buyerEmail = 'composed@buyer.example'
  const trimmed = await gateway.post(gateway.contract.routes.checkout, {
    confirmationText: ` ${checkout} `,
    buyerEmail,
  })
  const started: unknown = await trimmed.json()
  expect(started).toMatchObject({ checkoutIntentId: expect.any(String) as string })
  const intentId = (started as { checkoutIntentId: string }).checkoutIntentId
  const state = await gateway.get(`${gateway.contract.routes.decisions}?checkoutIntentId=${intentId}`)
  expect(await state.text()).toContain(buyerEmail)
  await gateway.close()
})
