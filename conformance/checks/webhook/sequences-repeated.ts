import { readsAs, saysInstead } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesRepeated = sequenceCheck({
  id: 'webhook/sequences-repeated',
  requirement: 'WHK-04',
  title: 'in every story a repeated event is a duplicate without effect, and a new one is none',
  needs: ['start', 'webhook', 'pay'],
  counterexamples: [
    saysInstead('a repeated event is not marked', inStory(1, 6, 'event-again'), { duplicate: false }),
    saysInstead('a new event is taken for a duplicate', inStory(1, 4, 'event'), { duplicate: true }),
    readsAs('a repeated event moves the time', inStory(1, 6, 'look'), { updatedAt: 1 }),
  ],
})
