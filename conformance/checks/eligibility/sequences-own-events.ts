import { readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesOwnEvents = sequenceCheck({
  id: 'eligibility/sequences-own-events',
  requirement: 'ELG-07',
  title: 'in no story does an event change the status of another intent',
  needs: ['start', 'pay', 'decision-read'],
  counterexamples: [
    readsAs('the event of one intent expires another', inStory(1, 5, 'look'), {
      status: 'expired',
      eligible: false,
    }),
  ],
})
