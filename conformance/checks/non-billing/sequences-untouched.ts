import { readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesUntouched = sequenceCheck({
  id: 'non-billing/sequences-untouched',
  requirement: 'NBL-02',
  title: 'in no story does a decision change its intent',
  needs: ['start', 'pay', 'decide'],
  counterexamples: [
    readsAs('a decision adds to the amount', inStory(1, 8, 'look'), { amountCents: 1 }),
    readsAs('a decision moves the time', inStory(1, 8, 'look'), { updatedAt: 1 }),
  ],
})
