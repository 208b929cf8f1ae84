import type { Sending } from '../drive/driver.ts'
import type { Json, JsonObject } from '../transcript.ts'

/**
 * A request that lacks the confirmation text in its own member and has it somewhere else: in the query, a header,
 * another member, or as a mere claim. The request is given without any text.
 */
export function textElsewhere(request: Sending, text: string, wrong: string): Sending[] {
  const json = request.json as JsonObject
  const names = ['confirmationText', 'confirmation_text', 'confirmation', 'text']
  const query = names.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')
  // A header holds no other than Latin characters.
  const value = /^[\x20-\x7e]+$/.test(text) ? text : encodeURIComponent(text)
  const headers = ['confirmation-text', 'x-confirmation-text', 'confirmationtext', 'x-confirmation'].map(
    (name) => [name, value] as const,
  )
  const members = (further: { [member: string]: Json }) => ({ ...request, json: { ...json, ...further } })
  const all: { [variant: string]: Sending } = {
    'in-query': { ...request, path: `${request.path}?${query}` },
    'in-query-beside-wrong': { ...members({ confirmationText: wrong }), path: `${request.path}?${query}` },
    'in-headers': { ...request, headers: [...(request.headers ?? []), ...headers] },
    'in-headers-beside-wrong': {
      ...members({ confirmationText: wrong }),
      headers: [...(request.headers ?? []), ...headers],
    },
    // No other case of the name: some JSON libraries read names in any case.
    'in-other-members': members({
      text,
      confirmation_text: text,
      checkoutText: text,
      confirmationPhrase: text,
      confirm: text,
    }),
    'in-confirmation-member': members({ confirmation: text }),
    'in-confirmation-object': members({ confirmation: { required: true, text, confirmationText: text } }),
    'as-claim': members({ confirmed: true, confirm: true, confirmation: true, confirmationRequired: false }),
  }
  return Object.entries(all).map(([variant, sending]) => ({ ...sending, variant }))
}

/** One place of each kind, for doors that keep fewer people out. */
export function textInFewPlaces(request: Sending, text: string, wrong: string): Sending[] {
  const few = ['in-query', 'in-headers', 'in-other-members', 'as-claim']
  return textElsewhere(request, text, wrong).filter(({ variant = '' }) => few.includes(variant))
}
