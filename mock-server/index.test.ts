import { afterEach, expect, test } from 'vitest'
import { readContract, defaultSeed } from '../contracts/seed-file.ts'
import { ControlError, createSandbox, type Control, type Sandbox } from './index.ts'

let sandbox: Sandbox

afterEach(() => sandbox.close())

async function started(): Promise<string> {
  const { routes, texts } = contract
  const answered = await sandbox.fetch(
    new Request(`http://shop.test${routes.checkout}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ confirmationText: texts.checkout, idempotencyKey: crypto.randomUUID() }),
    }),
  )
  const { checkoutIntentId } = (await answered.json()) as { checkoutIntentId: string }
  return checkoutIntentId
}

const contract = readContract(defaultSeed)

test('what control refuses is an error that a caller can tell from others', () => {
  sandbox = createSandbox({ contract, control: true })
  const control: Control = sandbox.control
  const refused = caught(() => control.advance({ minutes: -1 }))
  expect(refused instanceof ControlError && refused).toMatchObject({
    status: 400,
    code: 'control_input_invalid',
    field: 'minutes',
  })
})

test('in a sandbox, the twin goes by the clock of the world that it serves', async () => {
  sandbox = createSandbox({ contract, control: true })
  const old = await started()
  sandbox.control.advance({ minutes: 1500 })
  await expect(sandbox.control.pay({ checkoutIntentId: old })).rejects.toThrow('expired already')
  const fresh = await started()
  expect(await sandbox.control.pay({ checkoutIntentId: fresh })).toMatchObject({
    checkout: { status: 'paid' },
  })
})

function caught(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
