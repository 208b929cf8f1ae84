import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const replayNotMarked = defineDefect({
  id: 'replay-not-marked',
  breaks: 'IDM-02',
  summary: 'A replay does not say that it is one.',
  respond: ({ route }, response) =>
    route === 'webhook'
      ? response
      : editJson(response, (body) => (body['duplicate'] === true ? { ...body, duplicate: false } : body)),
})
