import type { Driver } from '../drive/driver.ts'
import type { Exchange, JsonObject } from '../transcript.ts'
import type { Command, Story } from './commands.ts'
import { createSession, Ended, look, pick, type Session } from './session.ts'
import { clickAgain, deliverAgain, deliverEvent, newClick, start, startAgain } from './tell-checkout.ts'
import { decide, decideAgain, decideRetried } from './tell-decisions.ts'
import { act, actAgain, record, recordAgain } from './tell-ledger.ts'

/**
 * Tells one story to the target, command by command, until it is over or `enough` says so, and gives the exchanges.
 * `tags` go with each.
 */
export async function tell(
  driver: Driver,
  [first, then]: Story,
  tags: JsonObject,
  enough: (told: readonly Exchange[]) => boolean,
): Promise<Exchange[]> {
  const session = createSession(driver, tags)
  try {
    for (const command of [first, ...then]) {
      session.position += 1
      await run(session, command)
      if (enough(session.told)) break
    }
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  }
  return session.told
}

async function run(session: Session, command: Command): Promise<void> {
  switch (command.do) {
    case 'start':
      return start(session, command)
    case 'start-again':
      return startAgain(session, command)
    case 'event':
      return deliverEvent(session, command)
    case 'event-again':
      return deliverAgain(session, command)
    case 'decide':
      return decide(session, command)
    case 'decide-again':
      return decideAgain(session, command)
    case 'decide-retried':
      return decideRetried(session, command)
    case 'click':
      if (session.referrals) await newClick(session)
      return
    case 'click-again':
      return clickAgain(session, command)
    case 'ledger':
      return record(session, command)
    case 'ledger-again':
      return recordAgain(session, command)
    case 'owner':
      return act(session, command)
    case 'owner-again':
      return actAgain(session, command)
    case 'nothing':
      return
    case 'read': {
      const intent = pick(session.intents, command.intent)
      if (intent !== undefined) await look(session, intent)
    }
  }
}
