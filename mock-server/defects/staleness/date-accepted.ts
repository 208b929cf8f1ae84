import { defineDefect } from '../define.ts'

export const dateAccepted = defineDefect({
  id: 'date-accepted',
  breaks: 'STL-01',
  summary: 'A date in words is read as the expected time.',
  behaviour: (good) => ({
    versionOf: (given) =>
      typeof given === 'string' && given.endsWith('Z')
        ? Math.floor(Date.parse(given) / 1000)
        : good.versionOf(given),
  }),
})
