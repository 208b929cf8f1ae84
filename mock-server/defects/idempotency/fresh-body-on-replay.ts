import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const freshBodyOnReplay = defineDefect({
  id: 'fresh-body-on-replay',
  breaks: 'IDM-02',
  summary: 'A replayed decision comes back under a new id.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) =>
          body['duplicate'] === true
            ? {
                ...body,
                ...insideOf(body, 'decision', { decisionId: `post-purchase-decision-${Date.now()}` }),
              }
            : body,
        ),
})
