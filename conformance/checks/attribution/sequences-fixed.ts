import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesFixed = sequenceCheck({
  id: 'attribution/sequences-fixed',
  requirement: 'ATT-03',
  title: 'in every story another click on a replayed start is a conflict',
  needs: ['start', 'click'],
  counterexamples: [
    answersAs('another click is attached', inStory(2, 4, 'start-again'), 200, {
      ok: true,
      checkoutIntentId: 'made-up',
    }),
  ],
})
