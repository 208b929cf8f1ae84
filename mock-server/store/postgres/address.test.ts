import { expect, test } from 'vitest'
import { addressFault, maskedAddress } from './address.ts'

test.each([
  ['postgres://me:s3cret@db.test:5433/shop', 'postgres://me:***@db.test:5433/shop'],
  ['postgresql://me:s3cret@db.test/shop?sslmode=require&password=s3cret', 'postgres://me:***@db.test/shop'],
  ['postgres://me@db.test/shop', 'postgres://me@db.test/shop'],
  ['postgres:///shop?host=/run/postgresql&password=s3cret', 'postgres:///shop'],
  ['postgres://me:s3%2Fcret@[::1]/shop', 'postgres://me:***@[::1]/shop'],
])('%s is shown as %s', (address, shown) => {
  expect(addressFault(address)).toBeUndefined()
  expect(maskedAddress(address)).toBe(shown)
})

test.each([
  ['mysql://me:s3cret@db.test/shop', 'no PostgreSQL address'],
  ['s3cret', 'no PostgreSQL address'],
  ['postgres://me:s3/cret@db.test/shop', 'no URL'],
  ['postgres://me:s3cret@db.test', 'names no database'],
  ['postgres://me:s3cret@db.test/', 'names no database'],
])('%s is refused without being repeated', (address, fault) => {
  expect(addressFault(address)).toContain(fault)
  expect(addressFault(address)).not.toContain('cret')
  expect(maskedAddress('postgres://me:s3/cret@db.test/shop')).not.toContain('cret')
})
