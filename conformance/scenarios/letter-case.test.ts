import { expect, test } from 'vitest'
import { swappedCase, tellsCases } from './letter-case.ts'

test.each([
  ['checkout-intent-4f9a0c1be27d5533a1b2c3d4', false],
  ['7C9E6679-7425-40DE-944B-E07FC1F90AE7', false],
  ['CheckoutIntent_01ARZ3NDEKTSV4RRFFQ69G5FAV', false],
  ['chkIntent-01arz3ndektsv4rrffq69g5fav', false],
  ['100200301', false],
  ['V1StGXR8_Z5jdHi6B-myT', true],
  ['ci_1R8kQeLZ0vXbTfGyWm3uPaNd', true],
])('case in %s carries meaning: %s', (id, tells) => {
  expect(tellsCases(id)).toBe(tells)
})

test('every letter changes its case, and nothing else does', () => {
  expect(swappedCase('aB-1_c')).toBe('Ab-1_C')
})
