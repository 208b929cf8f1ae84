import type { Driver } from '../../drive/driver.ts'
import { readState, type Started } from '../../drive/given.ts'
import { decide, decisionRequest } from '../../drive/verbs.ts'
import type { Json } from '../../transcript.ts'
import { offPath, probe, withHeaderKey } from './probes.ts'

/** Every refusal of a decision, then one that is recorded, its replay and its conflict. */
export async function decisions(driver: Driver, { intentId }: Started): Promise<void> {
  const { canaries, contract } = driver
  const about = { checkoutIntentId: intentId }
  const off = { ...about, ...offPath }
  const intent = await readState(driver, intentId, { step: 'state-before-decision', about: off })
  const refusals: readonly (readonly [
    variant: string,
    members: { readonly [member: string]: Json | undefined },
  ])[] = [
    ['intent-missing', { checkoutIntentId: undefined }],
    ['intent-unknown', { checkoutIntentId: 'no-such-intent' }],
    ['kind-missing', { decisionKind: undefined }],
    ['kind-unknown', { decisionKind: 'no_such_kind' }],
    ['key-missing', { idempotencyKey: undefined }],
    ['text-wrong', { confirmationText: contract.texts.checkout }],
    ['stale', { expectedCheckoutUpdatedAt: intent.updatedAt + 1 }],
    ['time-missing', { expectedCheckoutUpdatedAt: undefined }],
  ]
  for (const [variant, members] of refusals) {
    await decide(driver, intent, members, { step: 'decide-refused', variant, about: off })
  }
  const idempotencyKey = canaries.mint('idempotency-key')
  await decide(driver, intent, { idempotencyKey }, { step: 'decide', about })
  const replay = decisionRequest(driver, intent, { idempotencyKey }, { step: 'decide-again', about: off })
  await driver.send(replay)
  await probe(driver, replay, 'encodings')
  await driver.send(withHeaderKey(replay, idempotencyKey))
  const other = contract.decisions[1]?.decisionKind ?? 'no_such_kind'
  await decide(
    driver,
    intent,
    { idempotencyKey, decisionKind: other },
    { step: 'decide-conflict', about: off },
  )
  await driver.send({
    operation: 'decision.record',
    step: 'decide-malformed',
    path: contract.routes.decisions,
    headers: [['content-type', 'application/json']],
    body: `{"idempotencyKey":${JSON.stringify(canaries.mint('idempotency-key'))},,}`,
    about: off,
  })
}
