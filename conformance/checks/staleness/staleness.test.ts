import { expect, test } from 'vitest'
import { deriveContract } from '../../../contracts/derive.ts'
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

test('a seed that lets in paid intents alone is judged in full, but for the stories of an intent that moves on', async () => {
  expect(await judged(['paid'], [])).toEqual(['staleness/sequences-replays: not-applicable'])
})

for (const statuses of [['paid'], ['paid', 'completed']]) {
  test(`a replay that goes stale is caught where ${statuses.join(' and ')} are eligible`, async () => {
    const failures = (await judged(statuses, ['replay-goes-stale'])).filter((line) => line.endsWith(': fail'))
    expect(failures[0]).toBe('staleness/replay-after-change: fail')
    // The stories see it too, where the seed lets them come by it; nothing else may.
    expect(failures.slice(1).filter((line) => !line.startsWith('staleness/sequences-replays:'))).toEqual([])
  })
}

test('an intent whose updatedAt stands still is a warning', async () => {
  const open = await judged(['paid', 'completed'], ['updated-at-frozen'])
  expect(open).toContain('staleness/changes-move-updated-at: warn')
})
