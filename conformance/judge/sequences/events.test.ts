import { describe, expect, test } from 'vitest'
import { outcomes } from './events.ts'

describe('the statuses in which an event may leave an intent', () => {
  test.each([
    ['stripe_session_created', 'paid', 'paid'],
    ['stripe_session_created', 'unpaid', 'completed'],
    ['stripe_session_created', 'expired', 'expired'],
    ['pending_stripe', 'paid', 'paid'],
    ['completed', 'async-succeeded', 'paid'],
    ['completed', 'async-failed', 'payment_failed'],
  ] as const)("%s, %s, sent in Stripe's order: %s and no other", (status, event, to) => {
    expect(outcomes(status, event, false)).toEqual([to])
  })

  test.each([
    ['paid', 'expired', 'expired'],
    ['paid', 'async-failed', 'payment_failed'],
    ['paid', 'unpaid', 'completed'],
    ['expired', 'paid', 'paid'],
    ['payment_failed', 'unpaid', 'completed'],
    ['completed', 'expired', 'expired'],
    ['completed', 'paid', 'paid'],
    ['stripe_session_created', 'async-succeeded', 'paid'],
  ] as const)('%s, %s, in another order: as it was, or %s', (status, event, to) => {
    expect(outcomes(status, event, false)).toEqual([status, to])
  })

  test('an event that was made long before may be ignored', () => {
    expect(outcomes('stripe_session_created', 'paid', true)).toEqual(['stripe_session_created', 'paid'])
  })
})
