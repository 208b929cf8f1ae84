import { readsAs } from '../../judge/edits.ts'
import { inStory, sequenceCheck } from '../../judge/sequences/check.ts'

export const sequencesFlag = sequenceCheck({
  id: 'eligibility/sequences-flag',
  requirement: 'ELG-04',
  title: 'in every story the flag follows the status, and no unpaid checkout reads as paid',
  needs: ['start', 'decision-read'],
  counterexamples: [
    readsAs('a started intent reads as eligible', inStory(1, 1, 'look'), { eligible: true }),
    readsAs('an unpaid checkout reads as paid', inStory(3, 2, 'look'), { status: 'paid', eligible: true }),
  ],
})
