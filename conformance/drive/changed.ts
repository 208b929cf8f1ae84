import type { Members } from './verbs.ts'
import type { Sending } from './driver.ts'

/** The same request with some members of its JSON body replaced; `undefined` takes a member away. */
export function changed(sending: Sending, members: Members): Sending {
  const { json } = sending
  const body: object = typeof json === 'object' && json !== null ? json : {}
  return { ...sending, json: { ...body, ...members } }
}
