import type { Driver } from '../../drive/driver.ts'
import { givenClick, givenLedgerEntry, givenPaid } from '../../drive/given.ts'
import { ownerRequest, recordLedger } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { longKeys, plainKeys, wordKeys } from './exact-keys.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** In each set a key, and keys that are almost the same; outer blanks are for the other writes. */
function keysOf(driver: Driver): (readonly { readonly variant: string; readonly key: string }[])[] {
  const words = wordKeys(driver)
  const inner = { ...words, near: words.near.filter(({ variant }) => variant.endsWith(':double-blank')) }
  return [plainKeys(driver), inner, longKeys(driver, 200)].map(({ base, near }) => [
    base,
    ...near.filter(({ variant }) => !variant.endsWith(':outer-blanks')),
  ])
}

export const exactLedgerKeys: Scenario = {
  id: 'idempotency/exact-ledger-keys',
  profile: 'sandbox',
  title: 'ledger evidence under keys that are almost alike, each for an intent of its own',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    for (const { variant, key } of keysOf(driver).flat()) {
      const { intentId } = await givenPaid(driver, { referralClickId: await givenClick(driver) })
      await recordLedger(driver, intentId, { idempotencyKey: key }, { step: 'ledger', variant })
    }
  },
}

export const exactOwnerKeys: Scenario = {
  id: 'idempotency/exact-owner-keys',
  profile: 'owner',
  title: 'owner actions of two kinds under keys that are almost alike',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const { ledgerId: commissionLedgerId, updatedAt } = await givenLedgerEntry(driver)
    let expectedUpdatedAt = updatedAt
    for (const [i, { variant, key: idempotencyKey }] of keysOf(driver).flat().entries()) {
      // Never the same kind twice in a row: an action that changes nothing may be refused.
      const actionKind = i % 2 === 0 ? 'mark_reviewed' : 'hold_for_review'
      const members = { commissionLedgerId, expectedUpdatedAt, actionKind, idempotencyKey }
      const { json } = await driver.send(ownerRequest(driver, members, { step: 'owner', variant }))
      const next = member(json, 'commissionLedger', 'updatedAt')
      if (typeof next === 'number') expectedUpdatedAt = next
    }
  },
}
