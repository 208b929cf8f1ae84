import { deliver } from '../drive/events.ts'
import { eventFor, sessionOf } from '../drive/given.ts'
import { clickRequest, startRequest, type Members } from '../drive/verbs.ts'
import { member } from '../judge/look.ts'
import type { Command, EventName } from './commands.ts'
import { about, ask, Ended, isOk, look, noted, pick, type Session } from './session.ts'

type Told<Name extends Command['do']> = Extract<Command, { do: Name }>

async function sendClick(session: Session, members: Members, command: string): Promise<string> {
  const { driver } = session
  const sent = await ask(
    session,
    clickRequest(driver, members, { step: 'click', about: about(session, command) }),
  )
  const id = member(sent.json, 'referralClickId')
  if (!isOk(sent) || typeof id !== 'string') throw new Ended()
  return id
}

export async function newClick(session: Session): Promise<string> {
  const { canaries } = session.driver
  const members = {
    idempotencyKey: canaries.mint('idempotency-key'),
    anonymousVisitorKey: canaries.mint('visitor-key'),
  }
  const id = await sendClick(session, members, 'click a referral link')
  session.clicks.push({ members, id })
  return id
}

export async function clickAgain(session: Session, { click }: Told<'click-again'>): Promise<void> {
  const before = pick(session.clicks, click)
  if (before !== undefined) await sendClick(session, before.members, 'send the click again')
}

export async function start(session: Session, command: Told<'start'>): Promise<void> {
  const { driver, referrals } = session
  const { canaries } = driver
  const clickId = command.click && referrals ? await newClick(session) : null
  const bumps = command.bumps ? session.bumps : []
  const members: Members = {
    idempotencyKey: canaries.mint('idempotency-key'),
    buyerEmail: canaries.mint('buyer-email'),
    agentClientId: canaries.mint('agent-client-id'),
    ...(bumps.length > 0 ? { orderBumpPriceIds: bumps.map(({ priceId }) => priceId) } : {}),
    ...(clickId === null ? {} : { referralClickId: clickId }),
  }
  const words = `start a checkout${bumps.length > 0 ? ' with bumps' : ''}${clickId === null ? '' : ' from the click'}`
  const sent = await ask(
    session,
    startRequest(driver, members, { step: 'start', about: about(session, words) }),
  )
  const id = member(sent.json, 'checkoutIntentId')
  if (!isOk(sent) || typeof id !== 'string' || id === '') throw new Ended()
  const amountCents = [driver.contract.primaryOffer, ...bumps].reduce(
    (sum, one) => sum + one.unitAmountCents,
    0,
  )
  const sessionId = await sessionOf(driver, id, { step: 'redirect', about: about(session, words) })
  const intent = { id, members, amountCents, updatedAt: 0, ...(sessionId === undefined ? {} : { sessionId }) }
  session.intents.push(intent)
  await look(session, intent)
}

export async function startAgain(session: Session, command: Told<'start-again'>): Promise<void> {
  const intent = pick(session.intents, command.intent)
  const { other } = command
  const possible = other === 'nothing' || (other === 'bumps' ? session.bumps.length > 0 : session.referrals)
  if (intent === undefined || !possible) return
  const change = await changeOf(session, intent.members, other)
  const words = other === 'nothing' ? 'send the start again' : `send the start again with other ${other}`
  const tags = { step: 'start-again', about: about(session, words, { checkoutIntentId: intent.id }) }
  await ask(session, startRequest(session.driver, { ...intent.members, ...change }, tags))
  await look(session, intent)
}

async function changeOf(
  session: Session,
  members: Members,
  other: Told<'start-again'>['other'],
): Promise<Members> {
  if (other === 'nothing') return {}
  if (other === 'click') return { referralClickId: await newClick(session) }
  const had = members['orderBumpPriceIds'] !== undefined
  return { orderBumpPriceIds: had ? undefined : session.bumps.map(({ priceId }) => priceId) }
}

const types: { readonly [event in EventName]: readonly [type: string, words: string] } = {
  paid: ['checkout.session.completed', 'completed and paid'],
  unpaid: ['checkout.session.completed', 'completed, not yet paid'],
  'async-succeeded': ['checkout.session.async_payment_succeeded', 'async payment succeeded'],
  'async-failed': ['checkout.session.async_payment_failed', 'async payment failed'],
  expired: ['checkout.session.expired', 'expired'],
}

/** Seconds before its delivery at which a late event was made. */
const lateBy = 60

export async function deliverEvent(session: Session, command: Told<'event'>): Promise<void> {
  const { driver } = session
  const intent = pick(session.intents, command.intent)
  if (intent === undefined) return
  const { late } = command
  const [type, words] = types[command.event]
  const { currency } = driver.contract.primaryOffer
  const event = eventFor(
    driver,
    { ...intent, intentId: intent.id, currency },
    {
      type,
      ...(command.event === 'unpaid' ? { paymentStatus: 'unpaid' } : {}),
      ...(late ? { created: Math.floor(driver.now() / 1000) - lateBy } : {}),
    },
  )
  const told = about(session, `deliver "${words}"${late ? ', made a minute ago' : ''}`, {
    checkoutIntentId: intent.id,
    late,
  })
  const sent = noted(session, await deliver(driver, event, { step: 'event', about: told }))
  if (isOk(sent)) session.events.push({ event, intent, late, attempts: 1 })
  await look(session, intent)
}

export async function deliverAgain(session: Session, command: Told<'event-again'>): Promise<void> {
  const known = pick(session.events, command.event)
  if (known === undefined) return
  known.attempts += 1
  const { event, intent, late, attempts } = known
  const told = about(session, 'deliver the event again', { checkoutIntentId: intent.id, late })
  noted(
    session,
    await deliver(session.driver, event, { step: 'event-again', attempt: attempts, about: told }),
  )
  await look(session, intent)
}
