import { answersAs, readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesAsync = sequenceCheck({
  id: 'eligibility/sequences-async',
  requirement: 'ELG-05',
  title: 'in every story failed and expired payments close an unpaid intent, and a late success opens it',
  needs: ['start', 'pay', 'decision-read'],
  counterexamples: [
    readsAs('a failed payment reads as something else', inStory(3, 8, 'look'), {
      status: 'expired',
      eligible: false,
    }),
    answersAs('an intent whose payment failed takes a decision', inStory(3, 9, 'decide'), 200, {
      ok: true,
      duplicate: false,
      decision: { decisionId: 'made-up' },
    }),
  ],
})
