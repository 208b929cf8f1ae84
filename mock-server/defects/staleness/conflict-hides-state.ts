import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const conflictHidesState = defineDefect({
  id: 'conflict-hides-state',
  breaks: 'STL-02',
  summary: 'The refusal of a stale decision does not show the present state.',
  respond: ({ route }, response) =>
    route !== 'decisions' || response.status !== 409
      ? response
      : editJson(response, (body) => ({ ...body, checkout: undefined })),
})
