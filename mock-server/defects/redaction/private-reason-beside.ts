import { textField } from '../../http/fields.ts'
import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const privateReasonBeside = defineDefect({
  id: 'private-reason-beside',
  breaks: 'RED-08',
  summary: "A review action has the owner's private reason beside the public one.",
  respond: ({ route, requestBody }, response) => {
    const note = textField(requestBody, 'reason')
    return route !== 'owner-actions' || note === undefined
      ? response
      : editJson(response, (body) => ({ ...body, ...insideOf(body, 'reviewAction', { note }) }))
  },
})
