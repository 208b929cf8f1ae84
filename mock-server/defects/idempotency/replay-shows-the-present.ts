import { isFields } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const replayShowsThePresent = defineDefect({
  id: 'replay-shows-the-present',
  breaks: 'IDM-02',
  summary: 'A replayed decision shows the present status of the intent.',
  respond: ({ intent }, response) =>
    editJson(response, (body) => {
      const decision = body['decision']
      if (body['duplicate'] !== true || !isFields(decision) || intent === undefined) return body
      return { ...body, decision: { ...decision, checkoutStatus: intent.status } }
    }),
})
