import { defineDefect } from '../define.ts'

export const offByOne = defineDefect({
  id: 'off-by-one',
  breaks: 'STL-02',
  summary: 'A newer expected time is taken as the present one.',
  behaviour: (good) => ({
    isCurrent: (given, actual, place) =>
      place === 'decision' ? given >= actual : good.isCurrent(given, actual, place),
  }),
})
