import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesConflicts = sequenceCheck({
  id: 'idempotency/sequences-conflicts',
  requirement: 'IDM-03',
  title: "in every story a decision's key with another intent or kind is a conflict",
  needs: ['start', 'pay', 'decide'],
  counterexamples: [
    answersAs('the key of one intent decides another', inStory(1, 10, 'decide'), 200, {
      ok: true,
      duplicate: false,
      decision: { decisionId: 'made-up' },
    }),
  ],
})
