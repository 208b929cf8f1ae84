import { answersAs, readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesReusedStarts = sequenceCheck({
  id: 'idempotency/sequences-reused-starts',
  requirement: 'IDM-06',
  title: 'in no story does a used key with another basket start or change a checkout',
  needs: ['start'],
  counterexamples: [
    answersAs('another basket under a used key starts another intent', inStory(2, 3, 'start-again'), 200, {
      ok: true,
      checkoutIntentId: 'made-up',
    }),
    readsAs('another basket under a used key changes the amount', inStory(2, 3, 'look'), { amountCents: 1 }),
  ],
})
