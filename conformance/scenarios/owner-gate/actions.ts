import type { Driver, Sent } from '../../drive/driver.ts'
import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest, readDecision, recordLedger, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** An entry with its last known `updatedAt`, which each recorded action moves. */
async function openEntry(driver: Driver, name: string) {
  const { intent, ledgerId, updatedAt } = await givenLedgerEntry(driver)
  let current = updatedAt
  const act = async (members: Members, variant: string, step = 'act'): Promise<Sent> => {
    const body = { commissionLedgerId: ledgerId, expectedUpdatedAt: current, ...members }
    const about = { commissionLedgerId: ledgerId, entry: name, actionKind: members['actionKind'] ?? null }
    const sent = await driver.send(ownerRequest(driver, body, { step, variant, about }))
    const moved = member(sent.json, 'commissionLedger', 'updatedAt')
    if (sent.response?.status === 200 && typeof moved === 'number') current = moved
    return sent
  }
  const readIntent = async (variant: string) => {
    const { intentId } = intent
    await readDecision(driver, intentId, {
      step: 'read-intent',
      variant,
      about: { checkoutIntentId: intentId },
    })
  }
  return { intent, act, readIntent, stale: () => current - 1 }
}

const actions = ['mark_reviewed', 'hold_for_review', 'reverse_evidence']

export const ownerGateActions: Scenario = {
  id: 'owner-gate/actions',
  profile: 'owner',
  title:
    'every action on ledger entries, each after each other, and each on a reversed one; evidence again after that',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const first = await openEntry(driver, 'first')
    await first.readIntent('ledger-evidence')
    for (const actionKind of ['mark_reviewed', 'hold_for_review', 'mark_reviewed', 'reverse_evidence']) {
      await first.act({ actionKind }, `first/${actionKind}`)
      await first.readIntent(actionKind)
    }
    for (const actionKind of actions) await first.act({ actionKind }, actionKind, 'after-reversal')
    await recordLedger(driver, first.intent.intentId, {}, { step: 'entry-after-reversal' })

    const second = await openEntry(driver, 'second')
    const incomplete: [variant: string, members: Members][] = [
      ['no-ledger', { commissionLedgerId: undefined }],
      ['unknown-ledger', { commissionLedgerId: 'commission-ledger-of-nobody' }],
      ['unsupported-action', { actionKind: 'pay_out' }],
      ['no-key', { idempotencyKey: undefined }],
      ['no-time', { expectedUpdatedAt: undefined }],
      ['no-text', { confirmationText: undefined }],
      ['stale', { expectedUpdatedAt: second.stale() }],
    ]
    for (const [variant, members] of incomplete) await second.act(members, variant, 'refused')
    for (const actionKind of ['hold_for_review', 'reverse_evidence']) {
      await second.act({ actionKind }, `second/${actionKind}`)
    }
  },
}
