import type { Driver } from '../../drive/driver.ts'
import { type Started } from '../../drive/given.ts'
import { ownerRequest, recordLedger } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import { offPath } from './probes.ts'

/** Ledger evidence with its refusals, and the owner's door with a stranger before it. */
export async function bookkeeping(driver: Driver, { intentId }: Started): Promise<void> {
  const { canaries, contract } = driver
  const about = { checkoutIntentId: intentId }
  const off = { ...about, ...offPath }
  const refused = { step: 'ledger-refused', about: off }
  await recordLedger(driver, intentId, { confirmationText: 'no' }, { ...refused, variant: 'text' })
  await recordLedger(driver, 'no-such-intent', {}, { ...refused, variant: 'intent' })
  const idempotencyKey = canaries.mint('idempotency-key')
  const first = await recordLedger(driver, intentId, { idempotencyKey }, { step: 'ledger', about })
  await recordLedger(driver, intentId, { idempotencyKey }, { step: 'ledger-again', about: off })
  await recordLedger(driver, 'no-such-intent', { idempotencyKey }, { ...refused, variant: 'conflict' })
  await recordLedger(driver, intentId, {}, { ...refused, variant: 'second-entry' })

  const commissionLedgerId = member(first.json, 'commissionLedger', 'commissionLedgerId')
  const id = typeof commissionLedgerId === 'string' ? commissionLedgerId : 'no-such-entry'
  const act = ownerRequest(
    driver,
    { commissionLedgerId: id, expectedUpdatedAt: 1 },
    { step: 'owner-refused', variant: 'act', about: { ...off, commissionLedgerId: id } },
    [],
  )
  await driver.send(act)
  await driver.send({
    operation: 'owner.read',
    step: 'owner-refused',
    variant: 'read',
    path: `${contract.routes.ownerActions}?commissionLedgerId=${encodeURIComponent(id)}`,
    about: { ...off, commissionLedgerId: id },
  })
}
