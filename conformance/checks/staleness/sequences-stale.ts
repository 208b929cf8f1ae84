import { answersAs, saysInstead } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesStale = sequenceCheck({
  id: 'staleness/sequences-stale',
  requirement: 'STL-02',
  title:
    'in every story a decision on another time is a conflict that shows the present state and records nothing',
  needs: ['start', 'pay', 'decide'],
  counterexamples: [
    answersAs('a decision on an earlier time is taken', inStory(1, 7, 'decide'), 200, {
      ok: true,
      duplicate: false,
      decision: { decisionId: 'made-up' },
    }),
    saysInstead('the conflict hides the state', inStory(1, 7, 'decide'), { checkout: null }),
  ],
})
