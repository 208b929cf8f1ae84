import type Stripe from 'stripe'
import type { Contract } from '../contracts/contract.ts'
import type { Behaviour, Effects } from './defects/behaviour.ts'
import type { Intent } from './domain/records.ts'

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
  /** Unix seconds. */
  readonly seconds: () => number
  readonly newId: (prefix: string) => string
  /** Starts that wait for Stripe, by intent: a replay that comes meanwhile waits with them. */
  readonly pendingStarts: Map<string, Promise<Intent>>
}

/** Makes ids from a source of random bytes: lower-case hexadecimal after a speaking prefix. */
export function idMaker(random: (length: number) => Uint8Array): (prefix: string) => string {
  return (prefix) => `${prefix}-${[...random(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
