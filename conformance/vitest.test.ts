import { startTestGateway } from '../mock-server/testing.ts'
import { witnessOf } from './drive/witness.ts'
import { conformance } from './vitest.ts'

/** Our own gateway, certified in-process through the package's vitest entry. */
const gateway = startTestGateway()

conformance({
  target: gateway.fetch,
  webhookSecret: gateway.webhookSecret,
  ownerHeaders: { authorization: `Bearer ${gateway.ownerToken}` },
  witness: witnessOf(gateway.twin),
  drainMs: 100,
})
