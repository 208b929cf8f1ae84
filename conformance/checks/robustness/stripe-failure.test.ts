import { expect, test } from 'vitest'
import { startTestGateway } from '../../../mock-server/testing.ts'
import { witnessOf } from '../../drive/witness.ts'
import type { Witness } from '../../run.ts'
import { runInProcess } from '../../testing.ts'

const only = 'robustness/stripe-failure,robustness/stripe-failure-word,redaction/stripe-failure-untold'

async function judged(witness: (own: Witness) => Witness, maxNetworkRetries: number) {
  const gateway = startTestGateway()
  const { fetch } = gateway.twin
  const retrying = startTestGateway({
    stripe: {
      secretKey: 'sk_test_gateway000000000000',
      // A client that asks again at once, as often as it is told to.
      fetch: async (request) => {
        let response = await fetch(request.clone())
        for (let again = 0; again < maxNetworkRetries && response.status >= 500; again += 1)
          response = await fetch(request.clone())
        return response
      },
    },
  })
  const { record } = await runInProcess({
    contract: gateway.contract,
    fetch: retrying.fetch,
    only,
    webhookSecret: retrying.webhookSecret,
    witness: witness(witnessOf(gateway.twin)),
  })
  await retrying.close()
  await gateway.close()
  return record.checks.map(({ status, reasons }) => [status, ...reasons])
}

test('a target that asks a failing Stripe again and again passes', async () => {
  expect(await judged((own) => own, 3)).toEqual([['pass'], ['pass'], ['pass']])
})

test('a witness that cannot make Stripe fail is said to be none for this', async () => {
  const reason = 'this witness cannot make Stripe fail'
  expect(await judged(({ onCall }) => ({ onCall }), 0)).toEqual(
    Array.from({ length: 3 }, () => ['not-applicable', reason]),
  )
})
