import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const keyInDecisionId = defineDefect({
  id: 'key-in-decision-id',
  breaks: 'RED-02',
  summary: 'The id of a decision is its idempotency key, coded.',
  respond: ({ route, requestBody }, response) => {
    const key = textField(requestBody, 'idempotencyKey')
    return route !== 'decisions' || key === undefined
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'decision', { decisionId: `decision-${btoa(key)}` }),
        }))
  },
})
