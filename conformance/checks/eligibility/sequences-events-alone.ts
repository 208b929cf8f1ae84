import { readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesEventsAlone = sequenceCheck({
  id: 'eligibility/sequences-events-alone',
  requirement: 'ELG-14',
  title: 'in no story does a status change without an event',
  needs: ['start', 'decision-read'],
  counterexamples: [
    readsAs('a start sent again expires the intent', inStory(2, 2, 'look'), {
      status: 'expired',
      eligible: false,
    }),
  ],
})
