import type { Driver } from '../../drive/driver.ts'
import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest, recordLedger } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { offPath } from './probes.ts'

export const ownerSecrets: Scenario = {
  id: 'redaction/owner',
  profile: 'owner',
  title: 'an owner action with a private reason: its answer, replay and refusals, and every read after it',
  drive: async (driver) => {
    const { canaries, contract } = driver
    const { intent, ledgerId, updatedAt } = await givenLedgerEntry(driver)
    const about = { checkoutIntentId: intent.intentId, commissionLedgerId: ledgerId }
    const off = { ...about, ...offPath }
    const members = {
      commissionLedgerId: ledgerId,
      idempotencyKey: canaries.mint('idempotency-key'),
      reason: canaries.mint('owner-reason'),
      expectedUpdatedAt: updatedAt,
    }
    const act = ownerRequest(driver, { ...members, actionKind: 'hold_for_review' }, { step: 'act', about })
    const first = await driver.send(act)
    await driver.send({ ...act, step: 'act-again', about: off })
    const refuse = (variant: string, over: typeof members | Record<string, string | number>) =>
      driver.send(ownerRequest(driver, { ...members, ...over }, { step: 'act-refused', variant, about: off }))
    await refuse('stale', { idempotencyKey: canaries.mint('idempotency-key') })
    await refuse('kind', { actionKind: 'no_such_kind' })
    await refuse('text', { confirmationText: 'no' })
    await refuse('entry', {
      commissionLedgerId: 'no-such-entry',
      idempotencyKey: canaries.mint('idempotency-key'),
    })
    const now = member(first.json, 'commissionLedger', 'updatedAt')
    if (typeof now === 'number') {
      const over = {
        actionKind: 'reverse_evidence',
        expectedUpdatedAt: now,
        reason: canaries.mint('owner-reason'),
      }
      const idempotencyKey = canaries.mint('idempotency-key')
      await driver.send(
        ownerRequest(driver, { ...members, ...over, idempotencyKey }, { step: 'reverse', about }),
      )
    }
    await recordLedger(driver, intent.intentId, {}, { step: 'ledger-after', about: off })
    await readsAfter(driver)
    await driver.send(ownerRequest(driver, members, { step: 'stranger', about: off }, []))
    const { ownerActions } = contract.routes
    await driver.send({ operation: 'owner.read', step: 'stranger-reads', path: ownerActions, about: off })
  },
}

async function readsAfter(driver: Driver): Promise<void> {
  const { contract, ownerHeaders } = driver
  const { routes } = contract
  const reads: readonly (readonly [Operation, string])[] = [
    ['ledger.read', routes.ledger],
    ['commerce-source-data.read', routes.commerceSourceData],
    ['source-data.read', routes.sourceData],
  ]
  for (const [operation, path] of reads)
    await driver.send({ operation, step: 'read-after', variant: operation, path })
  await driver.send({
    operation: 'owner.read',
    step: 'owner-read',
    path: routes.ownerActions,
    headers: ownerHeaders ?? [],
  })
}
