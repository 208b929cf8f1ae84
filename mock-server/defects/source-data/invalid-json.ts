import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const invalidJson = defineDefect({
  id: 'invalid-json',
  breaks: 'SRC-01',
  summary: 'The source data is no valid JSON.',
  respond: ({ route }, response) =>
    route !== 'source-data' ? response : editText(response, (text) => `${text.slice(0, -1)},}`),
})
