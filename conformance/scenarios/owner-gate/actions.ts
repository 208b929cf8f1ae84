import type { Driver, Sent } from '../../drive/driver.ts'
import { givenLedgerEntry } from '../../drive/given.ts'
import { ownerRequest, readDecision, recordLedger, type Members } from '../../drive/verbs.ts'
import { member } from '../../judge/look.ts'
import type { Scenario } from '../scenario.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** An entry with its last known `updatedAt`, which each recorded action moves. */
async function openEntry(driver: Driver, name: string) {
  const { intent, ledgerId, updatedAt, request } = await givenLedgerEntry(driver)
  let current = updatedAt
  const act = async (members: Members, variant: string, step = 'act'): Promise<Sent> => {
    const body = { commissionLedgerId: ledgerId, expectedUpdatedAt: current, ...members }
    const about = { commissionLedgerId: ledgerId, entry: name, actionKind: members['actionKind'] ?? null }
    const sent = await driver.send(ownerRequest(driver, body, { step, variant, about }))
    const moved = member(sent.json, 'commissionLedger', 'updatedAt')
    if (sent.response?.status === 200 && typeof moved === 'number') current = moved
    return sent
  }
  /** The request that made the entry, once more. */
  const evidenceAgain = (variant: string) => {
    const about = { commissionLedgerId: ledgerId, entry: name }
    return driver.send({ ...request, step: 'evidence-again', variant, about })
  }
  const readIntent = async (variant: string) => {
    const { intentId } = intent
    await readDecision(driver, intentId, {
      step: 'read-intent',
      variant,
      about: { checkoutIntentId: intentId },
    })
  }
  return { ledgerId, intent, act, evidenceAgain, readIntent, now: () => current }
}

const actions = ['mark_reviewed', 'hold_for_review', 'reverse_evidence']

/** What a stranger could send who has seen the entry, and the owner's last request. */
async function actWithoutSession(
  driver: Driver,
  { ledgerId: commissionLedgerId, now }: Awaited<ReturnType<typeof openEntry>>,
  used: Members,
): Promise<void> {
  const step = 'act-without-session'
  const entry = { commissionLedgerId, expectedUpdatedAt: now() }
  await driver.send(ownerRequest(driver, { ...entry, ...used }, { step, variant: 'used-key' }, []))
  for (const actionKind of actions) {
    await driver.send(ownerRequest(driver, { ...entry, actionKind }, { step, variant: actionKind }, []))
  }
}

/** Kinds that look like those of WIRE 9, or like what an owner might want. */
const unlisted = ['MARK_REVIEWED', 'Hold_For_Review', 'approve', 'pay', 'mark_payable']

export const ownerGateActions: Scenario = {
  id: 'owner-gate/actions',
  profile: 'owner',
  title:
    'every action on ledger entries, each after each other, and each on a reversed one, without a session, off the list; the evidence again',
  drive: async (driver) => {
    if (!takesReferrals(driver.contract)) return
    const first = await openEntry(driver, 'first')
    await first.readIntent('ledger-evidence')
    const used = { actionKind: 'mark_reviewed', idempotencyKey: driver.canaries.mint('idempotency-key') }
    await first.act(used, 'first/mark_reviewed')
    await first.readIntent('mark_reviewed')
    await actWithoutSession(driver, first, used)
    await first.act({ actionKind: 'hold_for_review' }, 'first/hold_for_review')
    await first.readIntent('hold_for_review')
    await first.evidenceAgain('after-hold')
    for (const actionKind of ['mark_reviewed', 'reverse_evidence']) {
      await first.act({ actionKind }, `first/${actionKind}`)
      await first.readIntent(actionKind)
    }
    await first.evidenceAgain('after-reversal')
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
      ['stale', { expectedUpdatedAt: second.now() - 1 }],
    ]
    for (const [variant, members] of incomplete) await second.act(members, variant, 'refused')
    for (const actionKind of unlisted) await second.act({ actionKind }, actionKind, 'unlisted')
    for (const actionKind of ['hold_for_review', 'reverse_evidence']) {
      await second.act({ actionKind }, `second/${actionKind}`)
    }
  },
}
