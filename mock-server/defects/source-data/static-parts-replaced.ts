import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const staticPartsReplaced = defineDefect({
  id: 'static-parts-replaced',
  breaks: 'SRC-02',
  summary: 'The source data name another origin and no stable ids.',
  respond: ({ route }, response) =>
    route !== 'source-data'
      ? response
      : editJson(response, (body) => ({ ...body, generatedFrom: 'a table', stableIds: [] })),
})
