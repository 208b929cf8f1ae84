import type { Contract } from '../contracts/contract.ts'
import { defaultSeed, readContract } from '../contracts/seed-file.ts'
import { createGateway } from './gateway.ts'
import type { Gateway, GatewayOptions } from './options.ts'
import { createStripeTwin } from './stripe-twin/twin.ts'
import type { StripeTwin } from './stripe-twin/twin.ts'
import { signEvent } from './testing/sign-event.ts'

/** A gateway with its twin in this process, with all secrets known. For tests and scripts alone. */
export interface TestGateway extends Gateway {
  readonly contract: Contract
  readonly twin: StripeTwin
  readonly webhookSecret: string
  readonly ownerToken: string
  readonly origin: string
  get(this: void, path: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** A string is sent as it is, anything else as JSON. */
  post(this: void, path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Sends an event, signed with the webhook secret. */
  deliver(this: void, event: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

const origin = 'http://gateway.test'
const webhookSecret = 'whsec_test_gateway_secret'
const ownerToken = 'owner-token-of-the-test-gateway'

/** Starts a gateway of the default seed; `overrides` replace its options one by one. */
export function startTestGateway(overrides: Partial<GatewayOptions> = {}): TestGateway {
  const contract = overrides.contract ?? readContract(defaultSeed)
  const twin = createStripeTwin()
  const gateway = createGateway({
    webhookSecret,
    ownerToken,
    stripe: { secretKey: 'sk_test_gateway000000000000', fetch: twin.fetch },
    ...overrides,
    contract,
  })
  const ask = (path: string, init: RequestInit) => gateway.fetch(new Request(new URL(path, origin), init))
  const post: TestGateway['post'] = (path, body, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    ...gateway,
    contract,
    twin,
    webhookSecret,
    ownerToken,
    origin,
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    deliver: async (event, headers = {}) => {
      const payload = typeof event === 'string' ? event : JSON.stringify(event)
      const seconds = Math.floor((overrides.now ?? Date.now)() / 1000)
      const signature = signEvent(payload, webhookSecret, seconds)
      return post(contract.routes.webhook, payload, { 'stripe-signature': signature, ...headers })
    },
  }
}
