import { defineDefect } from '../define.ts'

export const versionIgnored = defineDefect({
  id: 'version-ignored',
  breaks: 'STL-02',
  summary: 'The expected time of a decision is not compared.',
  behaviour: (good) => ({
    isCurrent: (given, actual, place) => place === 'decision' || good.isCurrent(given, actual, place),
  }),
})
