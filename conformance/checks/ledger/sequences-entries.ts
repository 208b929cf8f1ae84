import { answersAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesEntries = sequenceCheck({
  id: 'ledger/sequences-entries',
  requirement: 'LED-01',
  title: 'in every story evidence needs an attributed intent, and an intent has one entry',
  needs: ['start', 'ledger'],
  counterexamples: [
    answersAs('an intent without a click gets an entry', inStory(1, 11, 'ledger'), 200, {
      ok: true,
      commissionLedger: { commissionLedgerId: 'made-up' },
    }),
    answersAs('an intent gets a second entry', inStory(2, 7, 'ledger'), 200, {
      ok: true,
      commissionLedger: { commissionLedgerId: 'made-up' },
    }),
  ],
})
