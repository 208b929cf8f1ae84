import type { Operation } from '../../transcript.ts'
import type { Scenario } from '../scenario.ts'
import { harmlessWrites } from './writes.ts'

export const robustnessOtherMethods: Scenario = {
  id: 'robustness/other-methods',
  profile: 'public',
  title: 'methods that no route of the contract has',
  drive: async (driver) => {
    const { routes } = driver.contract
    for (const { operation, path, body } of harmlessWrites(driver)) {
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        await driver.send({ operation, step: 'other-method', variant: method, method, path, json: body })
      }
    }
    const reads: [operation: Operation, path: string][] = [
      ['source-data.read', routes.sourceData],
      ['commerce-source-data.read', routes.commerceSourceData],
      ['agent-docs.read', routes.agentDocs],
    ]
    for (const [operation, path] of reads) {
      for (const method of ['POST', 'PUT', 'DELETE']) {
        await driver.send({ operation, step: 'other-method', variant: method, method, path, json: {} })
      }
    }
    const clicks = { operation: 'click.record', step: 'other-method', variant: 'GET' } as const
    await driver.send({ ...clicks, path: routes.clicks })
  },
}
