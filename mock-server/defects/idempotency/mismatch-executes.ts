import { defineDefect } from '../define.ts'
import { field } from '../../http/fields.ts'

export const mismatchExecutes = defineDefect({
  id: 'mismatch-executes',
  breaks: 'IDM-06',
  summary: 'A checkout key with other bumps starts another checkout.',
  behaviour: (good) => ({
    keyScope: (operation, fields) =>
      operation === 'checkout'
        ? `checkout ${JSON.stringify(field(fields, 'orderBumpPriceIds') ?? [])}`
        : good.keyScope(operation, fields),
  }),
})
