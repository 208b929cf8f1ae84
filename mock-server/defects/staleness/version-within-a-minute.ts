import { defineDefect } from '../define.ts'

export const versionWithinAMinute = defineDefect({
  id: 'version-within-a-minute',
  breaks: 'STL-02',
  summary: 'An expected time within a minute of the present one is taken.',
  behaviour: (good) => ({
    isCurrent: (given, actual, place) =>
      place === 'decision' ? Math.abs(given - actual) < 60 : good.isCurrent(given, actual, place),
  }),
})
