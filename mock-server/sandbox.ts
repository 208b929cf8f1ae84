import type { Contract } from '../contracts/contract.ts'
import { webhookOf } from './control/webhook-target.ts'
import { createGateway } from './gateway.ts'
import type { Gateway, GatewayOptions } from './options.ts'
import { base62Text, cryptoRandom } from './stripe-twin/ids.ts'
import { createHostedPay } from './stripe-twin/pay/hosted-pay.ts'
import { createStripeTwin, type StripeTwin } from './stripe-twin/twin.ts'

interface SandboxOptions extends Partial<Omit<GatewayOptions, 'contract' | 'pay' | 'stripe'>> {
  readonly contract: Contract
  /** How many calls, sessions and keys the twin keeps, the newest; 10,000 unless given. */
  readonly twinKeeps?: number
  /** The twin sends its events there, over the network, in place of the gateway's webhook. */
  readonly webhookUrl?: string
  /** The pauses before an event that was not taken is sent again, in milliseconds; 1, 5 and 25 s unless given. */
  readonly backoffMs?: readonly number[]
  /** How long a delayed event or payment takes, in milliseconds; 3 s unless given. */
  readonly delayMs?: number
}

/** A gateway with its twin in one process or page: `control.pay` presses the pay page's buttons. */
export interface Sandbox extends Gateway {
  readonly twin: StripeTwin
  readonly webhookSecret: string
}

const inProcess = 'http://sandbox.invalid'

/**
 * Puts a gateway and a twin together without opening a port: paying through `control.pay` sends signed events to the
 * gateway. Throws what `createGateway` throws.
 */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { now = Date.now, twinKeeps = 10_000, webhookUrl, backoffMs, delayMs } = options
  const webhookSecret = options.webhookSecret ?? `whsec_${base62Text(32, cryptoRandom)}`
  const created: { gateway?: Gateway } = {}
  const gatewayOf = (): Gateway => {
    if (created.gateway === undefined) throw new TypeError('the twin was asked before its gateway was there')
    return created.gateway
  }
  const target = webhookOf({
    control: () => gatewayOf().control,
    origin: () => inProcess,
    route: options.contract.routes.webhook,
    elsewhere: webhookUrl,
  })
  const { now: clockOf } = target
  const twin = createStripeTwin({ now, clockOf, publicOrigin: inProcess, keep: twinKeeps })
  const pay = createHostedPay({
    sessions: twin.sessions,
    now,
    random: cryptoRandom,
    webhook: {
      secret: webhookSecret,
      ...target,
      ...(webhookUrl === undefined ? { fetch: (request: Request) => gatewayOf().fetch(request) } : {}),
      ...(backoffMs === undefined ? {} : { backoffMs }),
      ...(delayMs === undefined ? {} : { delayMs }),
    },
  })
  const gateway = createGateway({
    ...options,
    webhookSecret,
    stripe: { secretKey: `sk_test_${base62Text(24, cryptoRandom)}`, fetch: twin.fetch },
    pay,
  })
  created.gateway = gateway
  return {
    ...gateway,
    twin,
    webhookSecret,
    close: async () => {
      await pay.close()
      await gateway.close()
    },
  }
}
