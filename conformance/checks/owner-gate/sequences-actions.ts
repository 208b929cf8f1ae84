import { objectAt } from '../../judge/editor.ts'
import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesActions = sequenceCheck({
  id: 'owner-gate/sequences-actions',
  requirement: 'OWN-03',
  profile: 'owner',
  title: 'in every story owner actions move an entry as declared, and a reversed one takes no other',
  needs: ['start', 'pay', 'ledger', 'owner'],
  counterexamples: [
    {
      name: 'an action moves the payout',
      edit: (editor) =>
        editor.json(inStory(2, 10, 'owner'), (body) => {
          objectAt(body, 'commissionLedger')['payoutStatus'] = 'payable'
        }),
    },
    answersAs('a reversed entry takes another action', inStory(2, 11, 'owner'), 200, {
      ok: true,
      reviewAction: { actionId: 'made-up' },
    }),
  ],
})
