import { defineDefect } from '../define.ts'

export const destinationQueryIgnored = defineDefect({
  id: 'destination-query-ignored',
  breaks: 'ATT-04',
  summary: 'A destination may have any query.',
  behaviour: (good) => ({
    destinationFits: (link, destination) => good.destinationFits(link, destination.replace(/\?.*$/, '')),
  }),
})
