import { defaultSeed } from '../../contracts/seed-file.ts'
import { witnessOf } from '../../conformance/drive/witness.ts'
import { conformance } from '../../conformance/vitest.ts'
import { namespaceHeader } from './namespace.ts'
import { startSandbox } from './sandbox.fixture.ts'

/** A world beside the default one, with control on and the journal kept, is the same gateway to the suite. */
const gateway = startSandbox()

conformance({
  target: (request) => {
    const inWorld = new Request(request)
    inWorld.headers.set(namespaceHeader, 'certified')
    return gateway.fetch(inWorld)
  },
  seed: defaultSeed,
  webhookSecret: gateway.webhookSecret,
  ownerHeaders: { authorization: `Bearer ${gateway.ownerToken}` },
  witness: witnessOf(gateway.twin),
  only: 'confirmation,eligibility,non-billing,idempotency,staleness,attribution',
  drainMs: 100,
})
