import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesClosed = sequenceCheck({
  id: 'eligibility/sequences-closed',
  requirement: 'ELG-01',
  title: 'in no story is an intent eligible, or takes a decision, before an event opens it',
  needs: ['start', 'decision-read'],
  counterexamples: [
    answersAs('a started intent takes a decision', inStory(1, 2, 'decide'), 200, {
      ok: true,
      duplicate: false,
      decision: { decisionId: 'made-up' },
    }),
  ],
})
