import { defineDefect } from '../define.ts'
import { tagged } from '../entity-tag.ts'

export const tagOfDocument = defineDefect({
  id: 'tag-of-document',
  breaks: 'SRC-05',
  summary: 'The entity tag of the source data is that of the seeded document, whatever the counts.',
  respond: ({ route, request, contract }, response) =>
    route === 'source-data' && request.method === 'GET'
      ? tagged(request, response, `seed-${JSON.stringify(contract.seed).length}`)
      : response,
})
