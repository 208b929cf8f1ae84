import type { GatewayOptions } from '../options.ts'
import { cryptoRandom } from '../stripe-twin/ids.ts'
import type { WebhookTarget } from '../stripe-twin/pay/deliver.ts'
import { createHostedPay, type HostedPay } from '../stripe-twin/pay/hosted-pay.ts'
import { createStripeTwin, type StripeTwin } from '../stripe-twin/twin.ts'
import { startTestGateway, type TestGateway } from '../testing.ts'
import { jsonOf, started } from '../testing/story.ts'
import { basePathOf } from './namespace.ts'
import { webhookOf } from './webhook-target.ts'

export interface Sandbox extends TestGateway {
  readonly twin: StripeTwin
  readonly pay: HostedPay
  /** The same gateway, each path under the namespace's base path. */
  at(this: void, namespace: string): TestGateway
  /** Asks control over HTTP. */
  ask(this: void, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answered>
}

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * A gateway under control, with a twin whose pay pages send their events to it. Nothing of it opens a port. `webhook`
 * replaces what the twin knows of where, and with which pauses, it sends.
 */
export function startSandbox(
  overrides: Partial<GatewayOptions> = {},
  webhook: Partial<WebhookTarget> = {},
): Sandbox {
  const started: { gateway?: TestGateway } = {}
  const gatewayOf = (): TestGateway => {
    if (started.gateway === undefined) throw new TypeError('the gateway is not there yet')
    return started.gateway
  }
  const target = webhookOf({
    control: () => gatewayOf().control,
    origin: () => 'http://gateway.test',
    route: overrides.contract?.routes.webhook ?? '/api/stripe/webhook',
  })
  const twin = createStripeTwin({ publicOrigin: 'http://twin.test', clockOf: target.now })
  const pay = createHostedPay({
    ...{ sessions: twin.sessions, now: Date.now, random: cryptoRandom },
    webhook: {
      secret: 'whsec_test_gateway_secret',
      ...target,
      fetch: (request) => gatewayOf().fetch(request),
      backoffMs: [],
      delayMs: 1,
      ...webhook,
    },
  })
  const gateway = startTestGateway({
    control: true,
    stripe: { secretKey: 'sk_test_gateway000000000000', fetch: twin.fetch },
    pay,
    ...overrides,
  })
  started.gateway = gateway
  const base = (path: string, namespace: string) => basePathOf(namespace) + path
  return {
    ...{ ...gateway, twin, pay },
    at: (namespace) => ({
      ...gateway,
      get: (path, headers) => gateway.get(base(path, namespace), headers),
      post: (path, body, headers) => gateway.post(base(path, namespace), body, headers),
      deliver: () => Promise.reject(new TypeError('pay through control: it knows the namespace')),
    }),
    ask: async (method, path, body) => {
      const init =
        body === undefined
          ? { method }
          : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const response = await gateway.fetch(new Request(`${gateway.origin}${path}`, init))
      return { status: response.status, body: await jsonOf(response) }
    },
    close: async () => {
      await pay.close()
      await gateway.close()
    },
  }
}

/** The seed's window, in minutes. */
export function windowOf({ contract }: TestGateway): number {
  const { expiresAfterMinutes } = contract.stack.postPurchasePath
  if (expiresAfterMinutes === undefined) throw new TypeError('this seed has no window')
  return expiresAfterMinutes
}

/** What a call of control was refused with. */
export async function refusal(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('it was not refused')
}

/** A checkout that was started, and paid through control. */
export async function paidBy(gateway: TestGateway): Promise<string> {
  const checkoutIntentId = await started(gateway)
  await gateway.control.pay({ checkoutIntentId })
  return checkoutIntentId
}
