import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const currencyUpperCase = defineDefect({
  id: 'currency-upper-case',
  breaks: 'SRC-03',
  summary: 'Currencies of the source data are written in capitals.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editText(response, (text) =>
          text.replace(/"currency":"(\w+)"/g, (_all, code: string) => `"currency":"${code.toUpperCase()}"`),
        ),
})
