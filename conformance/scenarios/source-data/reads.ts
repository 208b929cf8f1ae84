import { readDecision } from '../../drive/verbs.ts'
import type { Scenario } from '../scenario.ts'

export const sourceDataReads: Scenario = {
  id: 'source-data/reads',
  profile: 'public',
  writes: false,
  title:
    'what the target publishes: the source data three times, the other read contracts and the preview page',
  drive: async (driver) => {
    const { routes } = driver.contract
    for (const variant of ['first', 'second', 'third']) {
      await driver.send({
        operation: 'source-data.read',
        step: 'source-data',
        variant,
        path: routes.sourceData,
      })
    }
    await driver.send({ operation: 'checkout.read', step: 'checkout', path: routes.checkout })
    await driver.send({
      operation: 'commerce-source-data.read',
      step: 'commerce',
      path: routes.commerceSourceData,
    })
    await driver.send({ operation: 'agent-docs.read', step: 'agent-docs', path: routes.agentDocs })
    await readDecision(driver, null, { step: 'decision-contract' })
    await driver.send({
      operation: 'page.preview',
      step: 'preview-page',
      path: routes.preview,
      headers: [['accept', 'text/html']],
    })
  },
}
