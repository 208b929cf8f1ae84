import { defineDefect } from '../define.ts'

export const latestIntentOpens = defineDefect({
  id: 'latest-intent-opens',
  breaks: 'ELG-07',
  summary: 'An event that names no known intent opens the one that was started last.',
  behaviour: (good) => {
    const started: string[] = []
    return {
      startedIntent: (intent, fields) => {
        const made = good.startedIntent(intent, fields)
        started.push(made.id)
        return made
      },
      intentIdOf: (event) => {
        const id = good.intentIdOf(event)
        return id !== null && started.includes(id) ? id : (started.at(-1) ?? null)
      },
    }
  },
})
