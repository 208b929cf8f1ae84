import type { GatewayOptions } from '../options.ts'
import { startTestGateway } from '../testing.ts'
import type { TestGateway } from '../testing.ts'

/** A gateway whose clock moves one second with each request and whose ids count up: runs of it can be compared. */
export function startClockwork(overrides: Partial<GatewayOptions> = {}): TestGateway {
  let seconds = 1_790_000_000
  let made = 0
  const gateway = startTestGateway({
    now: () => seconds * 1000,
    random: (length) => {
      made += 1
      const bytes = new Uint8Array(length)
      new DataView(bytes.buffer).setUint32(length - 4, made)
      return bytes
    },
    ...overrides,
  })
  const tick = () => void (seconds += 1)
  return {
    ...gateway,
    get: (path, headers) => (tick(), gateway.get(path, headers)),
    post: (path, body, headers) => (tick(), gateway.post(path, body, headers)),
  }
}
