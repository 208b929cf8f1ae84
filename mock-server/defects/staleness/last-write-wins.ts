import { defineDefect } from '../define.ts'

export const lastWriteWins = defineDefect({
  id: 'last-write-wins',
  breaks: 'STL-04',
  summary: "The expected time of an owner's action is not compared.",
  behaviour: (good) => ({
    isCurrent: (given, actual, place) => place === 'owner' || good.isCurrent(given, actual, place),
  }),
})
