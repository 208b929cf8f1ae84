import { answersAs, readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesOpening = sequenceCheck({
  id: 'eligibility/sequences-opening',
  requirement: 'ELG-03',
  title: 'in every story a completed, paid checkout opens its intent, which takes a decision',
  needs: ['start', 'pay', 'decide'],
  counterexamples: [
    readsAs('the paid event leaves the intent as it was', inStory(1, 4, 'look'), {
      status: 'stripe_session_created',
      eligible: false,
    }),
    answersAs('the first decision on a paid intent is refused', inStory(1, 8, 'decide'), 409, {
      ok: false,
      code: 'made_up',
    }),
  ],
})
