import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesReplays = sequenceCheck({
  id: 'staleness/sequences-replays',
  requirement: 'STL-03',
  title: 'in every story a replayed decision answers although the state has moved on',
  needs: ['start', 'pay', 'decide'],
  counterexamples: [
    answersAs('the replay goes stale', inStory(3, 5, 'decide'), 409, { ok: false, code: 'made_up' }),
  ],
})
