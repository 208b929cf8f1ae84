import { ledgerRequest, ownerRequest, type Members } from '../drive/verbs.ts'
import { member } from '../judge/look.ts'
import type { Command } from './commands.ts'
import { about, ask, isOk, onTime, pick, shifted, type Session } from './session.ts'

type Told<Name extends Command['do']> = Extract<Command, { do: Name }>

const actionKinds = ['mark_reviewed', 'hold_for_review', 'reverse_evidence']

export async function record(session: Session, command: Told<'ledger'>): Promise<void> {
  const { driver } = session
  const intent = pick(session.intents, command.intent)
  if (intent === undefined || !session.referrals) return
  const members: Members = {
    idempotencyKey: driver.canaries.mint('idempotency-key'),
    agentClientId: driver.canaries.mint('agent-client-id'),
  }
  const told = about(session, 'record commission evidence', { checkoutIntentId: intent.id })
  const sent = await ask(session, ledgerRequest(driver, intent.id, members, { step: 'ledger', about: told }))
  const id = member(sent.json, 'commissionLedger', 'commissionLedgerId')
  const updatedAt = member(sent.json, 'commissionLedger', 'updatedAt')
  if (!isOk(sent) || typeof id !== 'string' || typeof updatedAt !== 'number') return
  session.ledgers.push({ intentId: intent.id, members })
  if (session.entries.every((entry) => entry.id !== id)) session.entries.push({ id, updatedAt })
}

export async function recordAgain(session: Session, { entry }: Told<'ledger-again'>): Promise<void> {
  const before = pick(session.ledgers, entry)
  if (before === undefined) return
  const { intentId, members } = before
  const told = about(session, 'send the evidence again', { checkoutIntentId: intentId })
  const tags = { step: 'ledger-again', about: told }
  await ask(session, ledgerRequest(session.driver, intentId, members, tags))
}

export async function act(session: Session, command: Told<'owner'>): Promise<void> {
  const { driver } = session
  const entry = pick(session.entries, command.entry)
  const actionKind = pick(actionKinds, command.action)
  if (entry === undefined || actionKind === undefined || driver.ownerHeaders === null) return
  const members: Members = {
    commissionLedgerId: entry.id,
    actionKind,
    idempotencyKey: driver.canaries.mint('idempotency-key'),
    reason: driver.canaries.mint('owner-reason'),
    expectedUpdatedAt: shifted(entry.updatedAt, command.time),
  }
  const words = `as the owner, ${actionKind}${onTime(command.time)}`
  const told = about(session, words, { commissionLedgerId: entry.id })
  const sent = await ask(session, ownerRequest(driver, members, { step: 'owner', about: told }))
  if (!isOk(sent)) return
  session.actions.push(members)
  const updatedAt = member(sent.json, 'commissionLedger', 'updatedAt')
  if (typeof updatedAt === 'number') entry.updatedAt = updatedAt
}

export async function actAgain(session: Session, { action }: Told<'owner-again'>): Promise<void> {
  const members = pick(session.actions, action)
  if (members === undefined) return
  const told = about(session, 'send the owner action again')
  await ask(session, ownerRequest(session.driver, members, { step: 'owner-again', about: told }))
}
