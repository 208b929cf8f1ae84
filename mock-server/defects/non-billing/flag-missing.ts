import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const flagMissing = defineDefect({
  id: 'flag-missing',
  breaks: 'NBL-01',
  summary: 'A decision does not say that it granted no entitlement.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) => ({
          ...body,
          ...insideOf(body, 'decision', { entitlementGranted: undefined }),
        })),
})
