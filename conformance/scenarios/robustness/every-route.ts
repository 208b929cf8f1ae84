import { readDecision } from '../../drive/verbs.ts'
import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { harmlessWrites } from './writes.ts'

export const robustnessEveryRoute: Scenario = {
  id: 'robustness/every-route',
  profile: 'public',
  title: 'every route once',
  drive: async (driver) => {
    const { routes } = driver.contract
    const reads: [operation: Operation, path: string][] = [
      ['source-data.read', routes.sourceData],
      ['commerce-source-data.read', routes.commerceSourceData],
      ['agent-docs.read', routes.agentDocs],
      ['checkout.read', routes.checkout],
      ['checkout.redirect', `${routes.checkout}/redirect/nobody`],
      ['ledger.read', routes.ledger],
      ['owner.read', routes.ownerActions],
      ['page.preview', routes.preview],
      ['page.success', `${routes.success}?checkout_intent_id=nobody`],
      ['page.cancel', routes.cancel],
      ['page.post-purchase', `${routes.postPurchase}/nobody`],
    ]
    for (const [operation, path] of reads) await driver.send({ operation, step: 'once', path })
    await readDecision(driver, null, { step: 'once' })
    for (const { operation, path, body } of harmlessWrites(driver)) {
      await driver.send({ operation, step: 'once', path, json: body })
    }
  },
}
