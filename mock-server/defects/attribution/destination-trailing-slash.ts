import { defineDefect } from '../define.ts'

export const destinationTrailingSlash = defineDefect({
  id: 'destination-trailing-slash',
  breaks: 'ATT-04',
  summary: 'A destination may end in a slash that the listed one has not.',
  behaviour: (good) => ({
    destinationFits: (link, destination) => good.destinationFits(link, destination.replace(/\/$/, '')),
  }),
})
