import type { Contract } from '../../contracts/contract.ts'
import { deriveContract } from '../../contracts/derive.ts'
import { SeedError } from '../../contracts/load.ts'
import { defaultSeed, readSeedFile } from '../../contracts/seed-file.ts'
import type { Control } from '../control/control.ts'
import { webhookOf } from '../control/webhook-target.ts'
import { findDefects } from '../defects/find.ts'
import { isLoopback } from '../faces/loopback.ts'
import { serve, type ServeOptions } from '../faces/serve.ts'
import { createGateway } from '../gateway.ts'
import type { Gateway } from '../options.ts'
import { maskedAddress } from '../store/postgres/address.ts'
import type { Store } from '../store/store.ts'
import { base62Text, cryptoRandom } from '../stripe-twin/ids.ts'
import { startTwinServer, type TwinServer } from '../stripe-twin/witness-server.ts'
import { reachOf } from './addresses.ts'
import { UsageError, type MockArguments } from './arguments.ts'
import { openStore } from './store.ts'

/** A gateway that runs, with what one needs to talk to it. */
export interface RunningMock {
  /** As this machine reaches it. */
  readonly origin: string
  /** As others do, where it listens on every address. */
  readonly networkOrigin: string | undefined
  /** Whether others can reach it. */
  readonly exposed: boolean
  /** Where the gateway's Stripe calls go. */
  readonly stripeBase: string
  /** The twin that was started with the gateway; undefined when its calls go elsewhere. */
  readonly twin: TwinServer | undefined
  /** Somebody's own webhook, which gets the twin's events; undefined when the gateway does. */
  readonly webhookUrl: string | undefined
  /** Whether the control routes and the console are open. */
  readonly controlled: boolean
  /** Where the state is, without its password; undefined for this process's memory. */
  readonly store: string | undefined
  readonly contract: Contract
  readonly webhookSecret: string
  readonly ownerToken: string
  /** Which of the two were made for this sandbox; what the caller gave may open other doors, and is shown to nobody. */
  readonly made: { readonly webhookSecret: boolean; readonly ownerToken: boolean }
  close(this: void): Promise<void>
}

/** Starts the gateway and, unless its Stripe calls go elsewhere, its twin. Throws UsageError naming the flag. */
export async function startMock(args: MockArguments): Promise<RunningMock> {
  const contract = contractOf(args.seed)
  const webhookSecret = args.webhookSecret ?? `whsec_${base62Text(32, cryptoRandom)}`
  const ownerToken = args.ownerToken ?? `owner_${base62Text(24, cryptoRandom)}`
  let origin = ''
  let gateway: Gateway | undefined
  let store: Store | undefined
  const control = (): Control => {
    if (gateway === undefined) throw new TypeError('the twin was asked before its gateway was there')
    return gateway.control
  }
  const route = contract.routes.webhook
  const { host, backoffMs, delayMs } = args
  const { here, elsewhere } = reachOf(host)
  const exposed = !isLoopback(host)
  const webhook = {
    secret: webhookSecret,
    ...webhookOf({ control, origin: () => origin, route, elsewhere: args.webhookUrl }),
    ...(backoffMs === undefined ? {} : { backoffMs }),
    ...(delayMs === undefined ? {} : { delayMs }),
  }
  // A browser that reaches the gateway is sent on to the pay page, so the twin listens where the gateway does.
  const startTwin = () =>
    startTwinServer({
      ...{ webhook, keep: 10_000, host, port: args.twinPort, allowNonLoopback: exposed },
      publicOrigin: (port) => args.twinOrigin ?? `http://${elsewhere ?? here}:${port}`,
    })
  const twin =
    args.stripeBase === undefined
      ? await listening('--twin-port', { host, port: args.twinPort }, startTwin)
      : undefined
  const stripeBase = args.stripeBase ?? `http://${here}:${twin?.port ?? 0}`
  try {
    if (args.store !== undefined) store = await openStore(args.store)
    naming('--defect', () => findDefects(args.defects))
    const created = naming('--seed', () =>
      createGateway({
        contract,
        webhookSecret,
        ownerToken,
        defects: args.defects,
        stripe: { secretKey: args.stripeKey ?? `sk_test_${base62Text(24, cryptoRandom)}`, base: stripeBase },
        control: args.control,
        ...(store === undefined ? {} : { store }),
        ...(twin?.pay === undefined ? {} : { pay: twin.pay }),
        ...(args.publicOrigin === undefined ? {} : { publicOrigin: args.publicOrigin }),
      }),
    )
    gateway = created
    const address = { host, port: args.port }
    const server = await listening('--port', address, () => serve(created.fetch, address))
    origin = `http://${here}:${server.port}`
    const close = async (): Promise<void> => {
      await twin?.close()
      await server.close()
      await created.close()
    }
    return {
      origin,
      networkOrigin: elsewhere === undefined ? undefined : `http://${elsewhere}:${server.port}`,
      exposed,
      stripeBase,
      twin,
      webhookUrl: args.webhookUrl,
      controlled: args.control,
      store: args.store === undefined ? undefined : maskedAddress(args.store),
      contract,
      webhookSecret,
      ownerToken,
      made: { webhookSecret: args.webhookSecret === undefined, ownerToken: args.ownerToken === undefined },
      close,
    }
  } catch (error) {
    await gateway?.close()
    await store?.close()
    await twin?.close()
    throw error
  }
}

function contractOf(seed: string | undefined): Contract {
  try {
    return deriveContract(readSeedFile(seed ?? defaultSeed))
  } catch (error) {
    if (error instanceof SeedError) throw new UsageError(`--seed: ${error.message}`)
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (typeof code === 'string') throw new UsageError(`--seed: ${String(seed)} cannot be read (${code})`)
    throw error
  }
}

/** The gateway refuses options with a TypeError; at the command line that is a mistake in one flag. */
function naming<T>(flag: string, create: () => T): T {
  try {
    return create()
  } catch (error) {
    throw error instanceof TypeError || error instanceof SeedError
      ? new UsageError(`${flag}: ${error.message}`)
      : error
  }
}

/** Says with which flag an address that cannot be taken can be mended. */
async function listening<T>(
  flag: '--port' | '--twin-port',
  { host, port }: Required<ServeOptions>,
  listen: () => Promise<T>,
): Promise<T> {
  try {
    return await listen()
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    const at = `${host}:${port}`
    if (code === 'EADDRINUSE')
      throw new UsageError(`${flag}: ${at} is in use already; choose another, or 0 for any`)
    if (code === 'EACCES') throw new UsageError(`${flag}: no permission to listen on ${at}`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new UsageError(`--host: ${host} is no address of this machine`)
    }
    throw error
  }
}
