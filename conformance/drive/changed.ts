import type { Members } from './verbs.ts'
import type { Sending } from './driver.ts'

/** The same request with some members of its JSON body replaced; `undefined` takes a member away. */
export function changed(sending: Sending, members: Members): Sending {
  const { json } = sending
  const body: object = typeof json === 'object' && json !== null ? json : {}
  return { ...sending, json: { ...body, ...members } }
}

/** The same request with its idempotency key in the header instead of the body. */
export function withKeyInHeader(sending: Sending): Sending {
  const { json, headers = [] } = sending
  const { idempotencyKey } = json as { readonly idempotencyKey: string }
  const moved = changed(sending, { idempotencyKey: undefined })
  return { ...moved, headers: [...headers, ['idempotency-key', idempotencyKey]] }
}
