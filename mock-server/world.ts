import type Stripe from 'stripe'
import type { Contract } from '../contracts/contract.ts'
import type { Behaviour, Effects } from './defects/behaviour.ts'
import { isBearerToken } from './domain/owner-gate.ts'
import type { Intent } from './domain/records.ts'
import type { GatewayOptions } from './options.ts'
import { createStripeClient, secretKind, stripeBase } from './stripe-client.ts'

/** All that a route works with. */
export interface World extends Effects {
  readonly contract: Contract
  readonly behaviour: Behaviour
  readonly stripe: Stripe | null
  readonly liveModeConfigured: boolean
  readonly testEnvironment: boolean
  readonly webhookSecret: string | undefined
  readonly ownerToken: string | undefined
  readonly publicOrigin: string | undefined
  /** Before every path of this world where a browser is sent to one; empty for the default world. */
  readonly basePath: string
  /** Unix seconds. */
  readonly seconds: () => number
  readonly newId: (prefix: string) => string
  /** Starts that wait for Stripe, by intent: a replay that comes meanwhile waits with them. */
  readonly pendingStarts: Map<string, Promise<Intent>>
}

/** Makes ids from a source of random bytes: lower-case hexadecimal after a speaking prefix. */
function idMaker(random: (length: number) => Uint8Array): (prefix: string) => string {
  return (prefix) => `${prefix}-${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** What one world has of its own, beside the options that all worlds of a gateway share. */
export type OwnParts = Pick<
  World,
  'behaviour' | 'store' | 'now' | 'later' | 'basePath' | 'pendingStarts' | 'stripeFetch'
> & { readonly random: (length: number) => Uint8Array }

/** Puts a world together. Throws a `TypeError` for a live Stripe key, and for an owner token that nobody could send. */
export function createWorld(options: GatewayOptions, { random, ...parts }: OwnParts): World {
  const { stripe = {} } = options
  const { secretKey } = stripe
  const kind = secretKind(secretKey)
  if (kind === 'live') {
    throw new TypeError('stripe.secretKey is a live key: this gateway is a sandbox and takes test keys only')
  }
  if (options.ownerToken !== undefined && options.ownerToken !== '' && !isBearerToken(options.ownerToken)) {
    throw new TypeError(
      'ownerToken holds a blank or a comma: no bearer token can, so nobody would be the owner',
    )
  }
  const calls = { ...stripe, fetch: parts.stripeFetch }
  return {
    ...parts,
    contract: options.contract,
    stripe: kind === 'sandbox' && secretKey !== undefined ? createStripeClient(secretKey, calls) : null,
    stripeBase: stripeBase(stripe),
    liveModeConfigured: options.liveModeConfigured ?? false,
    testEnvironment: options.testEnvironment ?? false,
    webhookSecret: options.webhookSecret === '' ? undefined : options.webhookSecret,
    ownerToken: options.ownerToken,
    publicOrigin: options.publicOrigin,
    seconds: () => Math.floor(parts.now() / 1000),
    newId: idMaker(random),
  }
}
