import { isLoopback } from '../faces/loopback.ts'
import { serve, type RunningServer } from '../faces/serve.ts'
import { createStripeTwin, type StripeTwin, type StripeTwinOptions } from './twin.ts'

export interface TwinServerOptions extends StripeTwinOptions {
  readonly host?: string
  /** 0 takes any free port. */
  readonly port?: number
  /** The twin takes any test key, so only this machine may reach it unless this says otherwise. */
  readonly allowNonLoopback?: boolean
}

export interface TwinServer extends RunningServer {
  readonly twin: StripeTwin
}

/** Starts a twin on an address of its own, for clients whose stripe package is pointed there. */
export async function startTwinServer(options: TwinServerOptions = {}): Promise<TwinServer> {
  const { host = '127.0.0.1', port = 0, allowNonLoopback = false, ...twinOptions } = options
  if (!isLoopback(host) && !allowNonLoopback) {
    throw new RangeError(
      `the Stripe twin listens on loopback only, not on ${host}: use 127.0.0.1, or allow it explicitly`,
    )
  }
  const twin = createStripeTwin(twinOptions)
  return { ...(await serve(twin.fetch, { host, port })), twin }
}
