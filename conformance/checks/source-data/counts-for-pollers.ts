import type { Check } from '../../judge/check.ts'
import { judgeAskedAgain, notModified, revalidation } from '../../judge/revalidation.ts'

export const countsForPollers: Check = {
  id: 'source-data/counts-for-pollers',
  requirement: 'SRC-05',
  level: 'MUST',
  profile: 'sandbox',
  title: 'who polls the counts by their entity tag learns of a decision',
  scenarios: [revalidation],
  needs: ['source-data', 'start', 'pay', 'decide'],
  judge: (view, record) => {
    judgeAskedAgain(view, record, 'counts', { step: 'decide', words: 'a recorded decision' })
  },
  counterexamples: [notModified('the decision leaves the entity tag as it was', 'counts')],
}
