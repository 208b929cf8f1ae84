import { defineDefect } from '../define.ts'

export const versionInMilliseconds = defineDefect({
  id: 'version-in-milliseconds',
  breaks: 'STL-02',
  summary: 'An expected time in milliseconds is as good.',
  behaviour: (good) => ({
    isCurrent: (given, actual, place) => given === actual * 1000 || good.isCurrent(given, actual, place),
  }),
})
