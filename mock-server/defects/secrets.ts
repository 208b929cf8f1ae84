import type { Intent } from '../domain/records.ts'
import { field, isFields, textField } from '../http/fields.ts'

/** The private facts of an intent, for defects that leak real ones. A fact that is not there is undefined. */
export function secretsOf(intent: Intent | undefined) {
  const privates = intent?.privates
  const object = privates?.lastEventObject ?? {}
  const details = field(object, 'customer_details')
  const id = textField(object, 'id')
  return {
    email: privates?.buyerEmail ?? (isFields(details) ? textField(details, 'email') : undefined) ?? undefined,
    idempotencyKey: privates?.idempotencyKey ?? undefined,
    agentClientId: privates?.agentClientId ?? undefined,
    auditId: privates?.auditCorrelationId,
    /** As the last event has it, else as Stripe answered the start. */
    sessionId: id ?? privates?.stripeSessionId ?? undefined,
    paymentIntent: textField(object, 'payment_intent'),
    customer: textField(object, 'customer'),
    metadata: field(object, 'metadata'),
    eventId: privates?.lastEventId ?? undefined,
    object,
  }
}
