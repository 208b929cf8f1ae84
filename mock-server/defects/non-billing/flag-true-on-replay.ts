import { defineDefect } from '../define.ts'
import { editJson, insideOf } from '../edit.ts'

export const flagTrueOnReplay = defineDefect({
  id: 'flag-true-on-replay',
  breaks: 'NBL-01',
  summary: 'The replay of a decision says that it created a charge.',
  respond: ({ route }, response) =>
    route !== 'decisions'
      ? response
      : editJson(response, (body) =>
          body['duplicate'] === true
            ? { ...body, ...insideOf(body, 'decision', { stripeChargeCreated: true }) }
            : body,
        ),
})
