import { Command, type CommanderError } from 'commander'
import { isBearerToken } from '../domain/owner-gate.ts'
import { addressFault } from '../store/postgres/address.ts'
import { collect, originOf, port, seconds, secondsList, webUrl } from './values.ts'

/** What `npm run mock` was asked for, checked one by one. Secrets are resolved already. */
export interface MockArguments {
  readonly host: string
  readonly port: number
  readonly seed: string | undefined
  readonly defects: readonly string[]
  /** Where the gateway's Stripe client goes; undefined means the twin that is started with it. */
  readonly stripeBase: string | undefined
  readonly stripeKey: string | undefined
  readonly webhookSecret: string | undefined
  readonly ownerToken: string | undefined
  readonly publicOrigin: string | undefined
  /** Where the twin listens, on the gateway's host; 0 takes any free port. */
  readonly twinPort: number
  /** Where browsers see the twin's pay pages; its own address unless given. */
  readonly twinOrigin: string | undefined
  /** Gets the twin's events in place of the gateway's webhook. */
  readonly webhookUrl: string | undefined
  /** The pauses before an event is sent again, in milliseconds. */
  readonly backoffMs: readonly number[] | undefined
  /** How long a delayed event or payment takes, in milliseconds. */
  readonly delayMs: number | undefined
  readonly control: boolean
  /** The address of a PostgreSQL database, with its password; undefined means in memory. */
  readonly store: string | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A mistake in the command line or the environment; its message names the flag. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

interface Parsed {
  readonly host: string
  readonly port: number
  readonly seed?: string
  readonly defect: readonly string[]
  readonly stripeBase?: string
  readonly stripeKey?: string
  readonly webhookSecret?: string
  readonly ownerToken?: string
  readonly origin?: string
  readonly twinPort?: number
  readonly twinOrigin?: string
  readonly webhookUrl?: string
  readonly retryAfter?: readonly number[]
  readonly delay?: number
  readonly control: boolean
  readonly store: string
}

/**
 * Reads the arguments (without the program's name). Throws UsageError; commander's own error with code
 * `commander.helpDisplayed` when help was asked for, after `write` has shown it.
 */
export function readArguments(
  args: readonly string[],
  environment: Environment,
  write: (text: string) => void,
): MockArguments {
  const secret = secretFrom(environment)
  const command = new Command('npm run mock --')
    .description('Starts the mock gateway, and a Stripe twin for it, on this machine.')
    .option('--port <number>', 'port of the gateway; 0 takes any free one', port, 4010)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--seed <file>', 'another seed than seeds/checkout-offer-source-data.json')
    .option('--defect <id>', 'a defect to have; repeat for several', collect, [])
    .option(
      '--stripe-base <url>',
      'send Stripe calls there instead of to a twin (or STRIPE_API_BASE)',
      webUrl,
    )
    .option('--stripe-key <key>', 'test key to call with, literally or as env:NAME', secret('--stripe-key'))
    .option(
      '--webhook-secret <secret>',
      'signs webhooks, literally or as env:NAME',
      secret('--webhook-secret'),
    )
    .option(
      '--owner-token <token>',
      'opens the owner routes, literally or as env:NAME',
      secret('--owner-token'),
    )
    .option('--origin <url>', 'where callers see the gateway, behind a proxy', webUrl)
    .option('--twin-port <number>', 'port of the twin, on the same address; any free one unless given', port)
    .option(
      '--twin-origin <url>',
      'where browsers see the pay pages, behind a proxy or in a container',
      webUrl,
    )
    .option('--webhook-url <url>', "send the twin's events there, in place of the gateway's webhook", webUrl)
    .option(
      '--retry-after <seconds,…>',
      'pauses before the twin sends an event again, or none; 1,5,25 unless given',
      secondsList,
    )
    .option('--delay <seconds>', 'how long a delayed event or payment takes; 3 unless given', seconds)
    .option(
      '--store <store>',
      'memory, or postgres://user:password@host/database, literally or as env:NAME',
      secret('--store'),
      'memory',
    )
    .option('--control', 'open the control routes and the console under /__control', false)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .exitOverride()
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    throw isFailure(error) ? new UsageError(error.message.replace(/^error: /, '')) : error
  }
  const parsed = command.opts<Parsed>()
  const stripeBase = parsed.stripeBase ?? fromEnvironment(environment)
  const twinFlag = <T>(flag: string, value: T | undefined): T | undefined => {
    if (value === undefined || stripeBase === undefined) return value
    throw new UsageError(
      `${flag} is for the twin, which --stripe-base (or STRIPE_API_BASE) takes the place of`,
    )
  }
  return checked({
    twinPort: twinFlag('--twin-port', parsed.twinPort) ?? 0,
    twinOrigin: originOf(twinFlag('--twin-origin', parsed.twinOrigin)),
    webhookUrl: twinFlag('--webhook-url', parsed.webhookUrl),
    backoffMs: twinFlag('--retry-after', parsed.retryAfter),
    delayMs: twinFlag('--delay', parsed.delay),
    host: parsed.host,
    port: parsed.port,
    seed: parsed.seed,
    defects: parsed.defect,
    stripeBase,
    stripeKey: parsed.stripeKey,
    webhookSecret: parsed.webhookSecret,
    ownerToken: parsed.ownerToken,
    publicOrigin: originOf(parsed.origin),
    control: parsed.control,
    store: storeAddress(parsed.store),
  })
}

function checked(values: MockArguments): MockArguments {
  if (values.stripeKey !== undefined && /^(?:sk|rk)_live_/.test(values.stripeKey)) {
    throw new UsageError(
      '--stripe-key is a live key: the gateway is a sandbox, give it one that starts with sk_test_',
    )
  }
  if (values.stripeKey !== undefined && !/^(?:sk|rk)_test_\w{3,}$/.test(values.stripeKey)) {
    throw new UsageError('--stripe-key is no test key: it has to start with sk_test_ or rk_test_')
  }
  if (values.webhookSecret?.startsWith('whsec_') === false) {
    throw new UsageError('--webhook-secret has to start with whsec_')
  }
  if (values.ownerToken !== undefined && !isBearerToken(values.ownerToken)) {
    throw new UsageError('--owner-token must hold no blank and no comma: a bearer token ends at one')
  }
  return values
}

/** Never repeats what was given: a password may be in it. */
function storeAddress(store: string): string | undefined {
  if (store === 'memory') return undefined
  const fault = addressFault(store)
  if (fault !== undefined) throw new UsageError(`--store ${fault}`)
  return store
}

function isFailure(error: unknown): error is CommanderError {
  return error instanceof Error && 'exitCode' in error && error.exitCode !== 0
}

function fromEnvironment(environment: Environment): string | undefined {
  const base = environment['STRIPE_API_BASE']
  if (base === undefined || base === '') return undefined
  if (URL.canParse(base) && /^https?:$/.test(new URL(base).protocol)) return base
  throw new UsageError('STRIPE_API_BASE (the default of --stripe-base) is not an http or https URL')
}

function secretFrom(environment: Environment): (flag: string) => (text: string) => string {
  return (flag) => (text) => {
    if (!text.startsWith('env:')) return text
    const value = environment[text.slice('env:'.length)]
    if (value !== undefined && value !== '') return value
    throw new UsageError(`${flag} names the environment variable ${text.slice(4)}, which is not set`)
  }
}
