import { defineDefect } from '../define.ts'

/** In seconds. */
const memory = 2

export const eventsForgottenSoon = defineDefect({
  id: 'events-forgotten-soon',
  breaks: 'WHK-04',
  summary: 'Events are remembered for two seconds.',
  behaviour: (good) => {
    const first = new Map<string, number>()
    return {
      eventKey: (event) => {
        const key = good.eventKey(event)
        const now = Date.now() / 1000
        const at = first.get(key)
        const since = at === undefined || now - at > memory ? now : at
        first.set(key, since)
        return `${key} ${since}`
      },
    }
  },
})
