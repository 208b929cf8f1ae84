import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const entitlementGrant = defineDefect({
  id: 'entitlement-grant',
  breaks: 'NBL-09',
  summary: 'A decision grants an entitlement and says so.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) =>
          'decision' in body
            ? { ...body, ...insideOf(body, 'redaction', { entitlementGranted: true }) }
            : body,
        ),
})
