import type { PageFacts } from './page.ts'

/** What a state of a checkout means to its buyer. */
interface StateWords {
  readonly text: string
  readonly tone: 'good' | 'bad' | ''
  /** Whether nothing more is to be waited for. */
  readonly final: boolean
}

const waiting = (text: string): StateWords => ({ text, tone: '', final: false })
const failed = (text: string): StateWords => ({ text, tone: 'bad', final: true })

/** By the statuses of WIRE 5. */
export const stateWords: Readonly<Record<string, StateWords>> = {
  pending_stripe: waiting('Waiting for the payment.'),
  stripe_session_created: waiting('Waiting for the payment to be confirmed.'),
  completed: waiting('The checkout is complete; the payment is still on its way.'),
  paid: { text: 'Paid and confirmed.', tone: 'good', final: true },
  stripe_error: failed('The payment page could not be opened. Nothing was paid.'),
  payment_failed: failed('The payment failed. Nothing was paid.'),
  expired: failed('The checkout expired. Nothing was paid.'),
}

/** Any other word is no news to a buyer. */
export const otherState = waiting('Waiting for news of this checkout.')
export const nobody = failed('There is no such checkout.')
const nameless = failed('This address names no checkout.')

export function wordsOfState({ intentId, status }: PageFacts): StateWords {
  if (intentId === '') return nameless
  return status === null ? nobody : (stateWords[status] ?? otherState)
}

export const timeIsOver = 'The time for the offers that follow is over.'
