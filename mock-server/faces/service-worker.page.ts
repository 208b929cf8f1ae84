import { setupWorker } from 'msw/browser'
import { bodyOf } from '../http/answer.ts'
import { isFields } from '../http/fields.ts'
import { createSandbox, deriveContract, parseSeed } from '../index.ts'
import { gatewayHandlers } from './msw.ts'
import { initOf, seenBy, type Face, type Seen } from './seen.fixture.ts'
import { repeatableGateway, story } from './story.fixture.ts'

/**
 * Runs in the browser: the gateway answers the page through MSW's service worker. `played` is the origin that the
 * compared gateway believes to have.
 */
async function tell(seed: unknown, played: string): Promise<unknown> {
  const contract = deriveContract(parseSeed(seed))
  const own = new Set(['/', '/page.js', '/mockServiceWorker.js'])
  const takes = ({ url }: Request) => !own.has(new URL(url).pathname)
  const face: Face = async (ask) => {
    const response = await fetch(ask.path, initOf(ask))
    // A browser shows nothing of a redirect that it was told not to follow.
    if (response.type === 'opaqueredirect') return { status: 303, headers: [], body: '' }
    return seenBy(response)
  }

  const repeatable = repeatableGateway(contract, played)
  const worker = setupWorker(...gatewayHandlers(repeatable.fetch, { takes }))
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
  const compared: readonly Seen[] = await story(contract, face)

  const sandbox = createSandbox({ contract })
  worker.resetHandlers(...gatewayHandlers(sandbox.fetch, { takes }))
  const decided = await walk()
  worker.stop()
  await sandbox.close()
  return { compared, decided }

  /** As a front end would: from the preview over a payment to the decision, with the sandbox's hand as the buyer's. */
  async function walk(): Promise<unknown> {
    const { decisions, routes, texts } = contract
    const started = await ask(routes.checkout, { confirmationText: texts.checkout, idempotencyKey: 'start' })
    const id = String(started['checkoutIntentId'])
    const declined = await sandbox.control.pay({ checkoutIntentId: id, card: '4000 0000 0000 0002' })
    const paid = await sandbox.control.pay({ checkoutIntentId: id })
    const { checkout } = await ask(`${routes.decisions}?checkoutIntentId=${id}`)
    const answer = await ask(routes.decisions, {
      checkoutIntentId: id,
      decisionKind: decisions[0]?.decisionKind,
      confirmationText: texts.decision,
      idempotencyKey: 'decision',
      expectedCheckoutUpdatedAt: isFields(checkout) ? checkout['updatedAt'] : undefined,
    })
    return { declined: declined.next, paid: paid.checkout.status, status: answer['status'] }
  }
}

async function ask(path: string, body?: unknown): Promise<Readonly<Record<string, unknown>>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, body === undefined ? {} : init)
  return (await bodyOf(response)) ?? {}
}

Reflect.set(globalThis, 'tell', tell)
