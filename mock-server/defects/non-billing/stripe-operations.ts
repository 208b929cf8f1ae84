import { operations } from '../../stripe-twin/operations.ts'
import { defineDefect, type Defect } from '../define.ts'
import { quietly } from '../quietly.ts'

/**
 * One defect for each mutating operation that the stripe package knows: a decision calls it. Generated, so that no
 * operation is forgotten; `calls-payment-intents-create` and so on.
 */
export const operationDefects: readonly Defect[] = operations
  .filter(({ mutating }) => mutating)
  .map(({ id, method, path }) =>
    defineDefect({
      id: `calls-${id.replaceAll(/[._]/g, '-')}`,
      breaks: 'NBL-03',
      summary: `A decision calls ${id}.`,
      behaviour: () => ({
        afterDecision: async ({ stripe }) => {
          const concrete = path.replaceAll(/\{[^}]+\}/g, 'made_up')
          await quietly(() => stripe?.rawRequest(method, concrete, {}))
        },
      }),
    }),
  )
