import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const privateField = defineDefect({
  id: 'private-field',
  breaks: 'RED-09',
  summary: 'The source data has a field of the forbidden vocabulary.',
  respond: ({ route }, response) =>
    route !== 'source-data' ? response : editJson(response, (body) => ({ ...body, buyerEmail: null })),
})
