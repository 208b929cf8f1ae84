import type { Driver, Sending } from '../../drive/driver.ts'
import {
  clickRequest,
  decisionRequest,
  ledgerRequest,
  ownerRequest,
  startRequest,
} from '../../drive/verbs.ts'
import type { Json, Operation } from '../../transcript.ts'
import { takesReferrals } from '../../judge/referrals.ts'

/** A write with a body that, but for its intent, is complete. */
export interface Write {
  readonly operation: Operation
  readonly path: string
  readonly body: { readonly [member: string]: Json }
}

/** The writes that anybody may try. None of these bodies records anything: their intent is nobody's, their text wrong. */
export function harmlessWrites(driver: Driver): Write[] {
  const { contract, random } = driver
  const nobody = `nobody-${Buffer.from(random(8)).toString('hex')}`
  const tags = { step: 'body' }
  const intent = { intentId: nobody, updatedAt: 1 }
  const unconfirmed = { confirmationText: `not: ${contract.texts.checkout}` }
  return [
    write(startRequest(driver, unconfirmed, tags)),
    write(decisionRequest(driver, intent, {}, tags)),
    ...(takesReferrals(contract)
      ? [
          write(clickRequest(driver, { referralLinkId: nobody }, tags)),
          write(ledgerRequest(driver, nobody, {}, tags)),
        ]
      : []),
    write(ownerRequest(driver, { commissionLedgerId: nobody, expectedUpdatedAt: 1 }, tags, [])),
    { operation: 'webhook.deliver', path: contract.routes.webhook, body: { id: nobody, type: nobody } },
  ]
}

function write({ operation, path, json }: Sending): Write {
  return { operation, path, body: json as Write['body'] }
}
