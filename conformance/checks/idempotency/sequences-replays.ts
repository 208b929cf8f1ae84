import { answersAs, saysInstead } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesReplays = sequenceCheck({
  id: 'idempotency/sequences-replays',
  requirement: 'IDM-02',
  title: 'in every story what is sent again is answered as a replay of the first',
  needs: ['start'],
  counterexamples: [
    saysInstead('a repeated decision is not marked', inStory(1, 9, 'decide'), { duplicate: false }),
    answersAs('a repeated decision is another', inStory(1, 9, 'decide'), 200, {
      ok: true,
      duplicate: true,
      decision: { decisionId: 'made-up' },
    }),
    saysInstead('a repeated start is not marked', inStory(2, 2, 'start-again'), { duplicate: false }),
  ],
})
