import { defineDefect } from '../define.ts'

export const eventsForgotten = defineDefect({
  id: 'events-forgotten',
  breaks: 'WHK-04',
  summary: 'Only the last ten events are remembered.',
  behaviour: (good) => {
    const recent: string[] = []
    const times = new Map<string, number>()
    return {
      eventKey: (event) => {
        const key = good.eventKey(event)
        if (!recent.includes(key)) {
          times.set(key, (times.get(key) ?? 0) + 1)
          recent.push(key)
          if (recent.length > 10) recent.shift()
        }
        return `${key} ${times.get(key)}`
      },
    }
  },
})
