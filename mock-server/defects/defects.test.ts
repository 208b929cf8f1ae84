import { expect, test } from 'vitest'
import { startTestGateway } from '../testing.ts'
import { observe } from '../testing/battery.ts'
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

const good = await observe()

test('two runs of the gateway without a defect look alike', async () => {
  expect(await observe()).toEqual(good)
})

// This one shows after the answer: it has a test of its own below.
const late = 'deferred-2s'

test.each(ids.filter((id) => id !== late))('%s changes what is seen', async (id) => {
  expect(await observe({ defects: [id] }, good)).not.toEqual(good)
})

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
  const both = await observe({ defects: ['email-plain-json', 'trim-whitespace'] })
  const one = await observe({ defects: ['trim-whitespace'] })
  expect(both.length).toBeGreaterThan(0)
  expect(both).not.toEqual(one)
})
