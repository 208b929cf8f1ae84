import { defineDefect } from '../define.ts'
import { editText } from '../edit.ts'

export const countDateMissing = defineDefect({
  id: 'count-date-missing',
  breaks: 'SRC-05',
  summary: 'The counts of decisions carry no time.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editText(response, (text) => text.replace(/"last_created_at":\d+/g, '"last_created_at":null')),
})
