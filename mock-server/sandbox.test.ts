import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

const contract = readContract(defaultSeed)
let sandbox: Sandbox

afterEach(() => sandbox.close())

async function started(): Promise<string> {
  const response = await sandbox.fetch(
    new Request(`http://shop.test${contract.routes.checkout}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationText: contract.texts.checkout, idempotencyKey: 'k' }),
    }),
  )
  const { checkoutIntentId } = (await response.json()) as { checkoutIntentId: string }
  return checkoutIntentId
}

test('an event that fails is sent again after the pauses that were given: here, never', async () => {
  sandbox = createSandbox({ contract, control: true, backoffMs: [], delayMs: 1 })
  const { control } = sandbox
  const checkoutIntentId = await started()
  control.fail({ route: 'webhook', kind: 'status' })
  const later = await control.pay({ checkoutIntentId, action: 'pay_later_fail' })
  expect(later).toMatchObject({ checkout: { status: 'payment_failed' } })
  expect(control.journal({ kind: 'webhook' }).map(({ status }) => status)).toEqual([503, 200])
})

test('a webhook of one’s own gets the events, signed with the secret that it knows', async () => {
  const signatures: unknown[] = []
  const backend = createServer((request, response) => {
    signatures.push(request.headers['stripe-signature'])
    response.end()
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  const address = backend.address()
  const webhookUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`
  sandbox = createSandbox({ contract, webhookUrl, webhookSecret: 'whsec_known' })
  expect(sandbox.webhookSecret).toBe('whsec_known')
  const paid = await sandbox.control.pay({ checkoutIntentId: await started() })
  expect(paid).toMatchObject({ checkout: { status: 'stripe_session_created' } })
  expect(signatures).toEqual(Array(3).fill(expect.stringMatching(/^t=\d+,v1=/)))
  backend.close()
})
