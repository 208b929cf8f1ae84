import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const replayDatedAnew = defineDefect({
  id: 'replay-dated-anew',
  breaks: 'IDM-02',
  summary: 'The replay of a decision carries the time of the replay.',
  respond: ({ route, now }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) =>
          body['duplicate'] === true
            ? { ...body, ...insideOf(body, 'decision', { createdAt: Math.floor(now() / 1000) }) }
            : body,
        ),
})
