import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const amountsAsFloats = defineDefect({
  id: 'amounts-as-floats',
  breaks: 'SRC-02',
  summary: 'Amounts in the source data are written as floats.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editText(response, (text) => text.replace(/("unitAmountCents":\d+)/g, '$1.0')),
})
