import { defineDefect } from '../define.ts'
import { tagged } from '../entity-tag.ts'

export const tagOfIntent = defineDefect({
  id: 'tag-of-intent',
  breaks: 'ELG-03',
  summary: 'The entity tag of an intent’s read does not move with its status.',
  respond: ({ route, request, intent }, response) =>
    route === 'decisions' && request.method === 'GET' && intent !== undefined
      ? tagged(request, response, `v1-${intent.amountCents}`)
      : response,
})
