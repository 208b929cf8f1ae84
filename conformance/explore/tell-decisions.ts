import type { Sent } from '../drive/driver.ts'
import { decisionRequest, type Members } from '../drive/verbs.ts'
import type { Command } from './commands.ts'
import { about, ask, isOk, look, onTime, pick, shifted, type KnownIntent, type Session } from './session.ts'

type Told<Name extends Command['do']> = Extract<Command, { do: Name }>

async function send(session: Session, intent: KnownIntent, members: Members, command: string): Promise<Sent> {
  const told = about(session, command, { checkoutIntentId: intent.id })
  const state = { intentId: intent.id, updatedAt: intent.updatedAt }
  const tags = { step: 'decide', about: told }
  const sent = await ask(session, decisionRequest(session.driver, state, members, tags))
  await look(session, intent)
  return sent
}

export async function decide(session: Session, command: Told<'decide'>): Promise<void> {
  const { contract, canaries } = session.driver
  const intent = pick(session.intents, command.intent)
  const kind = pick(contract.decisions, command.kind)?.decisionKind
  if (intent === undefined || kind === undefined) return
  const members: Members = {
    checkoutIntentId: intent.id,
    decisionKind: kind,
    idempotencyKey: canaries.mint('idempotency-key'),
    expectedCheckoutUpdatedAt: shifted(intent.updatedAt, command.time),
  }
  const sent = await send(session, intent, members, `decide ${kind}${onTime(command.time)}`)
  const list = isOk(sent) ? session.decisions : session.refused
  list.push(members)
}

export async function decideAgain(session: Session, command: Told<'decide-again'>): Promise<void> {
  const members = pick(session.decisions, command.decision)
  const own = intentOf(session, members)
  if (members === undefined || own === undefined) return
  if (command.other === 'nothing') await send(session, own, members, 'send the decision again')
  else if (command.other === 'kind') {
    const { decisions } = session.driver.contract
    const kind = decisions.find(({ decisionKind }) => decisionKind !== members['decisionKind'])?.decisionKind
    if (kind === undefined) return
    await send(session, own, { ...members, decisionKind: kind }, `use the decision's key to decide ${kind}`)
  } else {
    const other = session.intents.find((intent) => intent !== own)
    if (other === undefined) return
    const change = {
      checkoutIntentId: other.id,
      expectedCheckoutUpdatedAt: shifted(other.updatedAt, 'now'),
    }
    await send(session, other, { ...members, ...change }, "use the decision's key for another intent")
  }
}

export async function decideRetried(session: Session, command: Told<'decide-retried'>): Promise<void> {
  const members = pick(session.refused, command.refused)
  const intent = intentOf(session, members)
  if (members === undefined || intent === undefined) return
  session.refused.splice(session.refused.indexOf(members), 1)
  const now = { ...members, expectedCheckoutUpdatedAt: shifted(intent.updatedAt, 'now') }
  const words = 'send the refused decision again, on the present time'
  const sent = await send(session, intent, now, words)
  if (isOk(sent)) session.decisions.push(now)
}

function intentOf(session: Session, members: Members | undefined): KnownIntent | undefined {
  return session.intents.find(({ id }) => id === members?.['checkoutIntentId'])
}
