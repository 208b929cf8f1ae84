import { describe, expect, it } from 'vitest'
import { outcomeOf } from './cards.ts'

describe('outcomeOf', () => {
  it.each([
    ['4242 4242-4242 4242', { kind: 'succeeds' }],
    ['4000000000000002', { kind: 'fails', code: 'card_declined' }],
    ['4000 0000 0000 9995', { kind: 'fails', code: 'insufficient_funds' }],
    ['4000000000009979', { kind: 'fails', code: 'stolen_card' }],
    ['4242424242424241', { kind: 'fails', code: 'incorrect_number' }],
    ['not a card', { kind: 'fails', code: 'incorrect_number' }],
    ['', { kind: 'fails', code: 'incorrect_number' }],
    ['4111111111111111', { kind: 'fails', code: 'card_declined' }],
  ])('%s', (number, outcome) => {
    expect(outcomeOf(number)).toMatchObject(outcome)
  })

  it.each([
    ...['4000056655665556', '5555555555554444', '2223003122003222', '5200828282828210', '5105105105105100'],
    ...['378282246310005', '371449635398431', '6011111111111117', '6011000990139424', '6011981111111113'],
    ...['3056930009020004', '30569309025904', '36227206271667', '38520000023237', '6555900000604105'],
    ...['3566002020360505', '6200000000000005', '6200000000000047', '6205500000000000004'],
    '4000000000003055',
  ])('%s pays', (number) => {
    expect(outcomeOf(number)).toEqual({ kind: 'succeeds' })
  })

  it.each(['4000002500003155', '4000002760003184', '4000003800000446', '4000000000003220'])(
    '%s asks for 3-D Secure',
    (number) => {
      expect(outcomeOf(number)).toEqual({ kind: 'authenticates' })
    },
  )
})
