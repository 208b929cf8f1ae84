/** What runs anywhere, a service worker's page included. What needs Node is in `./node.ts`. */
export type { Contract } from '../contracts/contract.ts'
export { deriveContract } from '../contracts/derive.ts'
export type { Settings } from '../contracts/settings.ts'
export { parseSeed, parseSeedText, SeedError } from '../contracts/load.ts'
export { createGateway } from './gateway.ts'
export type { Gateway, GatewayOptions } from './options.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
export { createStripeTwin, type StripeTwin } from './stripe-twin/twin.ts'
