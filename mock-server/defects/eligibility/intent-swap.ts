import { defineDefect } from '../define.ts'

export const intentSwap = defineDefect({
  id: 'intent-swap',
  breaks: 'ELG-07',
  summary: 'The metadata of an event is not looked at.',
  behaviour: (good) => ({
    intentIdOf: (event) => good.intentIdOf({ ...event, object: { ...event.object, metadata: null } }),
  }),
})
