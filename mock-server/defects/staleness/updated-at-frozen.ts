import { defineDefect } from '../define.ts'

export const updatedAtFrozen = defineDefect({
  id: 'updated-at-frozen',
  breaks: 'STL-05',
  summary: "An event does not move the intent's updatedAt.",
  behaviour: (good) => ({
    moved: (updatedAt, now, what) => (what === 'intent' ? updatedAt : good.moved(updatedAt, now, what)),
  }),
})
