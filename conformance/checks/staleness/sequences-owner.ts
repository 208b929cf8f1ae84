import { objectAt } from '../../judge/editor.ts'
import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesOwner = sequenceCheck({
  id: 'staleness/sequences-owner',
  requirement: 'STL-04',
  profile: 'owner',
  title: 'in every story an owner action on another time is a conflict, and one that is taken moves the time',
  needs: ['start', 'pay', 'ledger', 'owner'],
  counterexamples: [
    answersAs('an action on an earlier time is taken', inStory(2, 9, 'owner'), 200, {
      ok: true,
      reviewAction: { actionId: 'made-up' },
    }),
    {
      name: 'an action leaves the time as it was',
      edit: (editor) =>
        editor.json(inStory(2, 10, 'owner'), (body) => {
          objectAt(body, 'commissionLedger')['updatedAt'] = 1
        }),
    },
  ],
})
