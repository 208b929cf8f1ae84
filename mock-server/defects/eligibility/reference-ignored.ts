import { defineDefect } from '../define.ts'

export const referenceIgnored = defineDefect({
  id: 'reference-ignored',
  breaks: 'ELG-07',
  summary: 'An event that has only the client reference finds no intent.',
  behaviour: (good) => ({
    intentIdOf: (event) =>
      good.intentIdOf({ ...event, object: { ...event.object, client_reference_id: null } }),
  }),
})
