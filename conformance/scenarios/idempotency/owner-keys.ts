import { changed, withKeyInHeader } from '../../drive/changed.ts'
import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'
import { absentKeys } from './absent-keys.ts'
import { takesReferrals } from '../../judge/referrals.ts'

export const ownerKeys: Scenario = {
  id: 'idempotency/owner-keys',
  profile: 'owner',
  title: 'owner actions without a key, with a new one, again, and with the same key for something else',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const { ledgerId: commissionLedgerId, updatedAt: expectedUpdatedAt } = await givenLedgerEntry(driver)
    const target = { commissionLedgerId, expectedUpdatedAt }
    for (const { variant, members } of absentKeys) {
      await driver.send(ownerRequest(driver, { ...target, ...members }, { step: 'no-key', variant }))
    }
    const request = ownerRequest(driver, target, { step: 'first' })
    await driver.send(request)
    await driver.send({ ...request, step: 'again' })
    const other = changed(request, { actionKind: 'hold_for_review' })
    await driver.send({ ...other, step: 'conflict', variant: 'other-action' })
    const entry = await givenLedgerEntry(driver)
    const elsewhere = { commissionLedgerId: entry.ledgerId, expectedUpdatedAt: entry.updatedAt }
    await driver.send({ ...changed(request, elsewhere), step: 'conflict', variant: 'other-entry' })
    await driver.send({ ...request, step: 'after' })
    const byHeader = ownerRequest(driver, elsewhere, { step: 'header-first' })
    await driver.send(withKeyInHeader(byHeader))
    await driver.send({ ...byHeader, step: 'body-again' })
    const { ledgerId, updatedAt, request: evidence } = await givenLedgerEntry(driver)
    const { idempotencyKey } = evidence.json as { readonly idempotencyKey: string }
    const shared = { commissionLedgerId: ledgerId, expectedUpdatedAt: updatedAt, idempotencyKey }
    await driver.send(ownerRequest(driver, shared, { step: 'shared-owner' }))
  },
}
