import type { TestGateway } from '../testing.ts'
import { clicked, commission, decide, eventFor, ledgered, ownerAct, pay, start, started } from './story.ts'

const racers = Array.from({ length: 5 }, (_, at) => at)

/** Requests that come at once. Which of them wins is left open: only how many do is noted. */
export async function raceBattery(gateway: TestGateway, lines: string[]): Promise<void> {
  const { contract, get, deliver, twin } = gateway
  const attributed = await started(gateway, { referralClickId: await clicked(gateway) })
  await pay(gateway, attributed)
  const entry = await ledgered(gateway)
  const note = async (label: string, race: () => readonly Promise<Response>[], member: string) => {
    const from = lines.length
    const answers = await Promise.all(race())
    const bodies = await Promise.all(answers.map((answer) => answer.clone().text()))
    lines.splice(from)
    const ids = new Set(bodies.map((body) => new RegExp(`"${member}":"([^"]+)"`).exec(body)?.[1]))
    lines.push(
      `${label}: ${answers
        .map(({ status }) => status)
        .sort()
        .join()} ${ids.size} ids`,
    )
  }
  await note(
    'decisions',
    () => racers.map(() => decide(gateway, attributed, { idempotencyKey: 'race' })),
    'decisionId',
  )
  await note('starts', () => racers.map(() => start(gateway, { idempotencyKey: 'race' })), 'checkoutIntentId')
  await note(
    'entries',
    () => racers.map((at) => commission(gateway, attributed, { idempotencyKey: `race-${at}` })),
    'commissionLedgerId',
  )
  await note('actions', () => racers.map(() => ownerAct(gateway, entry)), 'actionId')
  const event = eventFor(await started(gateway), 'checkout.session.completed', { payment_status: 'paid' })
  await note('events', () => racers.map(() => deliver(event)), 'checkoutIntentId')
  const from = lines.length
  const answers = await Promise.all(racers.map(() => deliver(eventFor(attributed, 'x'))))
  lines.splice(from)
  lines.push(`${answers.length} events, ${twin.calls.length} calls`)
  await get(contract.routes.sourceData)
}
