import { expect, test } from 'vitest'
import { reachOf } from './addresses.ts'

const loopback = { lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }] } as const
const networked = {
  ...loopback,
  eth0: [
    { address: 'fe80::1', family: 'IPv6', internal: false },
    { address: '192.0.2.7', family: 'IPv4', internal: false },
  ],
} as const

test.each([
  ['127.0.0.1', networked, { here: '127.0.0.1', elsewhere: undefined }],
  ['192.0.2.7', networked, { here: '192.0.2.7', elsewhere: undefined }],
  ['::1', networked, { here: '[::1]', elsewhere: undefined }],
  ['0.0.0.0', networked, { here: '127.0.0.1', elsewhere: '192.0.2.7' }],
  ['::', networked, { here: '[::1]', elsewhere: '192.0.2.7' }],
  ['0.0.0.0', loopback, { here: '127.0.0.1', elsewhere: undefined }],
] as const)('a server on %s is reached by names that can be opened', (host, interfaces, reach) => {
  expect(reachOf(host, interfaces)).toEqual(reach)
})
