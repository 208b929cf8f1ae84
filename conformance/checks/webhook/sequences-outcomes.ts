import { answersAs, readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesOutcomes = sequenceCheck({
  id: 'webhook/sequences-outcomes',
  requirement: 'WHK-06',
  title: "in every story events in Stripe's order end in the table's state",
  needs: ['start', 'webhook', 'pay'],
  counterexamples: [
    answersAs('a signed event is refused', inStory(1, 4, 'event'), 400, { ok: false, code: 'made_up' }),
    readsAs('an expired checkout reads as failed', inStory(3, 11, 'look'), {
      status: 'payment_failed',
      eligible: false,
    }),
  ],
})
