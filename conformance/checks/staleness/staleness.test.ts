import { expect, test } from 'vitest'
import { deriveContract } from '../../../contracts/contract.ts'
import { startTestGateway } from '../../../mock-server/testing.ts'
import { runInProcess } from '../../testing.ts'

/** The guarantee's checks against a gateway of a seed that lets decisions in at some statuses alone. */
async function judged(eligibleCheckoutStatuses: readonly string[], defects: readonly string[]) {
  const { seed } = startTestGateway().contract
  const contract = deriveContract({
    ...seed,
    postPurchaseDecisions: {
      ...seed.postPurchaseDecisions,
      eligibleCheckoutStatuses: [...eligibleCheckoutStatuses],
    },
  })
  const gateway = startTestGateway({ contract, defects })
  const { record } = await runInProcess({
    contract,
    fetch: gateway.fetch,
    only: 'staleness',
    webhookSecret: gateway.webhookSecret,
    ownerHeaders: [['authorization', `Bearer ${gateway.ownerToken}`]],
  })
  await gateway.close()
  return record.checks.filter(({ status }) => status !== 'pass').map(({ id, status }) => `${id}: ${status}`)
}

test('a seed that lets in paid intents alone is judged in full', async () => {
  expect(await judged(['paid'], [])).toEqual([])
})

for (const statuses of [['paid'], ['paid', 'completed']]) {
  test(`a replay that goes stale is caught where ${statuses.join(' and ')} are eligible`, async () => {
    expect(await judged(statuses, ['replay-goes-stale'])).toEqual(['staleness/replay-after-change: fail'])
  })
}

test('an intent whose updatedAt stands still is a warning', async () => {
  const open = await judged(['paid', 'completed'], ['updated-at-frozen'])
  expect(open).toContain('staleness/changes-move-updated-at: warn')
})
