import { expect, test } from 'vitest'
import { ControlError, readInput, type Inputs } from './inputs.ts'

function refused(name: keyof Inputs, input: unknown): ControlError {
  try {
    readInput(name, input)
  } catch (error) {
    if (error instanceof ControlError) return error
    throw error
  }
  throw new Error('it was not refused')
}

test.each([
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '9999-12-31T23:59:59-01:00',
  '9999-12-31',
  'tomorrow',
  '',
  -1,
  253_402_300_800,
  1.5,
  null,
  true,
  {},
])('the clock cannot be set to %j, and says to what it can', (to) => {
  const { field, message } = refused('set', { to })
  expect(field).toBe('to')
  expect(message).toBe(
    'to: has to be Unix seconds or an ISO 8601 time such as 2030-01-31T12:00:00Z, from 1970 to 9999',
  )
})

test.each([
  [0, 0],
  ['1970-01-01T01:00:00+01:00', 0],
  ['9999-12-31T23:59:59.999Z', 253_402_300_799],
])('the clock can be set to %j', (to, seconds) => {
  expect(readInput('set', { to })).toMatchObject({ to: seconds })
})

test.each([
  ['journal', { since: '-1' }, 'since: has to be a whole number, 0 or more'],
  ['journal', { limit: 'all' }, 'limit: has to be a whole number, 1 to 100000'],
  ['journal', { status: 700 }, 'status: has to be a whole number, 100 to 599'],
  ['advance', { minutes: '30' }, 'minutes: has to be a whole number, 0 to 5270400'],
  ['failure', { route: '*', kind: 'drop', times: 1.5 }, 'times: has to be a whole number, 1 to 1000'],
] as const)('%s %o: %s', (name, input, message) => {
  expect(refused(name, input).message).toBe(message)
})

test.each([
  [{ route: 'checkout', kind: 'half', afterwards: true }, 'afterwards'],
  [{ route: 'checkout', kind: 'latency', ms: 5, afterwards: true }, 'afterwards'],
  [{ route: 'stripe', kind: 'drop', method: 'HEAD' }, 'method'],
])('a failure that would mean nothing, or be met never, is refused: %o', (input, field) => {
  expect(refused('failure', input)).toMatchObject({ status: 400, field })
})
