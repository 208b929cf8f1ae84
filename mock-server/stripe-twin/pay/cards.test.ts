import { describe, expect, it } from 'vitest'
import { outcomeOf } from './cards.ts'

describe('outcomeOf', () => {
  it.each([
    ['4242 4242-4242 4242', { kind: 'succeeds' }],
    ['4000002500003155', { kind: 'authenticates' }],
    ['4000000000000002', { kind: 'fails', code: 'card_declined' }],
    ['4000 0000 0000 9995', { kind: 'fails', code: 'insufficient_funds' }],
    ['4242424242424241', { kind: 'fails', code: 'incorrect_number' }],
    ['not a card', { kind: 'fails', code: 'incorrect_number' }],
    ['', { kind: 'fails', code: 'incorrect_number' }],
    ['4111111111111111', { kind: 'fails', code: 'card_declined' }],
  ])('%s', (number, outcome) => {
    expect(outcomeOf(number)).toMatchObject(outcome)
  })
})
