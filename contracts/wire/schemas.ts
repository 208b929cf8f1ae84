import type { Contract } from '../contract.ts'
import {
  clickRecorded,
  clickRequest,
  confirmedContract,
  ledgerRecorded,
  ledgerRequest,
  ownerActionRecorded,
  ownerActionRequest,
} from './affiliates.ts'
import {
  checkoutContract,
  checkoutPreview,
  checkoutReplayed,
  checkoutRequest,
  checkoutStarted,
} from './checkout.ts'
import {
  decisionConflict,
  decisionContract,
  decisionRecorded,
  decisionReplayed,
  decisionRequest,
} from './decisions.ts'
import { error, type Schema } from './parts.ts'
import { agentDocs, commerceSourceData } from './reads.ts'
import { sourceData } from './source-data.ts'
import { webhookAccepted, webhookDuplicate, webhookEvent } from './webhook.ts'

/** What a client sends. Private members may stand here; they must not come back. */
export const requestSchemas = {
  'checkout-request': checkoutRequest,
  'webhook-event': webhookEvent,
  'decision-request': decisionRequest,
  'click-request': clickRequest,
  'ledger-request': ledgerRequest,
  'owner-action-request': ownerActionRequest,
} as const satisfies Record<string, (contract: Contract) => Schema>

/** What an implementation answers: public objects. */
export const responseSchemas = {
  'source-data': sourceData,
  'checkout-contract': checkoutContract,
  'checkout-preview': checkoutPreview,
  'checkout-started': checkoutStarted,
  'checkout-replayed': checkoutReplayed,
  error,
  'webhook-accepted': webhookAccepted,
  'webhook-duplicate': webhookDuplicate,
  'decision-contract': decisionContract,
  'decision-recorded': decisionRecorded,
  'decision-replayed': decisionReplayed,
  'decision-conflict': decisionConflict,
  'click-recorded': clickRecorded,
  'ledger-contract': confirmedContract,
  'ledger-recorded': ledgerRecorded,
  'owner-contract': confirmedContract,
  'owner-action-recorded': ownerActionRecorded,
  'commerce-source-data': commerceSourceData,
  'agent-docs': agentDocs,
} as const satisfies Record<string, (contract: Contract) => Schema>

export type RequestSchemaId = keyof typeof requestSchemas
export type ResponseSchemaId = keyof typeof responseSchemas
export type SchemaId = RequestSchemaId | ResponseSchemaId

/** Every schema of the wire, as a function of the contract. */
export const schemas: Readonly<Record<SchemaId, (contract: Contract) => Schema>> = {
  ...requestSchemas,
  ...responseSchemas,
}

const isSchemaId = (value: string): value is SchemaId => Object.hasOwn(schemas, value)
export const isRequestSchemaId = (value: string): value is RequestSchemaId =>
  Object.hasOwn(requestSchemas, value)
export const schemaIds: readonly SchemaId[] = Object.keys(schemas).filter(isSchemaId)
