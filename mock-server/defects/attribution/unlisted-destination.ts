import { defineDefect } from '../define.ts'

export const unlistedDestination = defineDefect({
  id: 'unlisted-destination',
  breaks: 'ATT-04',
  summary: 'A click may lead anywhere.',
  behaviour: () => ({ destinationFits: () => true }),
})
