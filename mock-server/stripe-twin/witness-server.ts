import { isLoopback } from '../faces/loopback.ts'
import { serve, type RunningServer } from '../faces/serve.ts'
import { cryptoRandom } from './ids.ts'
import type { WebhookTarget } from './pay/deliver.ts'
import { createHostedPay, type HostedPay } from './pay/hosted-pay.ts'
import { createStripeTwin, type StripeTwin, type StripeTwinOptions } from './twin.ts'

interface TwinServerOptions extends Omit<StripeTwinOptions, 'publicOrigin'> {
  /** Where browsers see the pay pages, told from the port; the server's own address unless given. */
  readonly publicOrigin?: (port: number) => string
  readonly host?: string
  /** 0 takes any free port. */
  readonly port?: number
  /** The twin takes any test key, so only this machine may reach it unless this says otherwise. */
  readonly allowNonLoopback?: boolean
  /** Given, sessions lead to pay pages of the twin's own, and paying sends signed events there. */
  readonly webhook?: WebhookTarget
}

export interface TwinServer extends RunningServer {
  readonly twin: StripeTwin
  /** The pay pages; undefined without a webhook. */
  readonly pay: HostedPay | undefined
  /** Where browsers see them. */
  readonly payOrigin: string
}

/** Starts a twin on an address of its own, for clients whose stripe package is pointed there. */
export async function startTwinServer(options: TwinServerOptions = {}): Promise<TwinServer> {
  const {
    host = '127.0.0.1',
    port = 0,
    allowNonLoopback = false,
    webhook,
    publicOrigin,
    ...twinOptions
  } = options
  if (!isLoopback(host) && !allowNonLoopback) {
    throw new RangeError(
      `the Stripe twin listens on loopback only, not on ${host}: use 127.0.0.1, or allow it explicitly`,
    )
  }
  const { now = Date.now, random = cryptoRandom } = twinOptions
  let origin = ''
  const twin = createStripeTwin({
    ...(webhook?.now === undefined ? {} : { clockOf: webhook.now }),
    ...twinOptions,
    ...(webhook === undefined ? {} : { publicOrigin: () => origin }),
  })
  const pay =
    webhook === undefined ? undefined : createHostedPay({ sessions: twin.sessions, webhook, now, random })
  const server = await serve(async (request) => (await pay?.fetch(request)) ?? twin.fetch(request), {
    host,
    port,
  })
  origin = publicOrigin?.(server.port) ?? server.origin
  return {
    ...server,
    twin,
    pay,
    payOrigin: origin,
    close: async () => {
      await pay?.close()
      await server.close()
    },
  }
}
