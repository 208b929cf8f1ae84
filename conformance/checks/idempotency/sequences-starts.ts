import { saysInstead } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesStarts = sequenceCheck({
  id: 'idempotency/sequences-starts',
  requirement: 'IDM-05',
  title: 'in every story one key of a start gives one intent',
  needs: ['start'],
  counterexamples: [
    saysInstead('a start sent again gives another intent', inStory(2, 2, 'start-again'), {
      checkoutIntentId: 'made-up',
    }),
  ],
})
