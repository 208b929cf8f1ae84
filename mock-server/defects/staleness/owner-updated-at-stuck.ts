import { defineDefect } from '../define.ts'

export const ownerUpdatedAtStuck = defineDefect({
  id: 'owner-updated-at-stuck',
  breaks: 'STL-04',
  summary: "An owner's action does not move the entry's updatedAt.",
  behaviour: (good) => ({
    moved: (updatedAt, now, what) => (what === 'ledger' ? updatedAt : good.moved(updatedAt, now, what)),
  }),
})
