import { defineDefect } from '../define.ts'
import { editJson } from '../edit.ts'

export const attributionDropped = defineDefect({
  id: 'attribution-dropped',
  breaks: 'ATT-01',
  summary: 'A start does not say which click was attached.',
  respond: ({ route }, response) =>
    route !== 'checkout'
      ? response
      : editJson(response, (body) =>
          'referralAttribution' in body ? { ...body, referralAttribution: null } : body,
        ),
})
