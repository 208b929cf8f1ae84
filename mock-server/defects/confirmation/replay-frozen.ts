import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const replayFrozen = defineDefect({
  id: 'replay-frozen',
  breaks: 'CNF-12',
  summary: 'The replay of a start carries the status of the first answer.',
  respond: ({ route }, response) =>
    route !== 'checkout'
      ? response
      : editJson(response, (body) =>
          body['duplicate'] === true ? { ...body, status: 'stripe_session_created' } : body,
        ),
})
