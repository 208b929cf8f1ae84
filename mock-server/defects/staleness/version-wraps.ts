import { defineDefect } from '../define.ts'

export const versionWraps = defineDefect({
  id: 'version-wraps',
  breaks: 'STL-02',
  summary: 'Of an expected time the lower 32 bits are compared.',
  behaviour: (good) => ({
    isCurrent: (given, actual, place) =>
      place === 'decision' ? (given | 0) === (actual | 0) : good.isCurrent(given, actual, place),
  }),
})
