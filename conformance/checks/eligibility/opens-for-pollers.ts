import type { Check } from '../../judge/check.ts'
import { judgeAskedAgain, notModified, revalidation } from '../../judge/revalidation.ts'

export const opensForPollers: Check = {
  id: 'eligibility/opens-for-pollers',
  requirement: 'ELG-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'who polls the read by its entity tag learns of the payment',
  scenarios: [revalidation],
  needs: ['start', 'decision-read', 'pay'],
  judge: (view, record) => {
    judgeAskedAgain(view, record, 'state', { step: 'pay', words: 'the payment' })
  },
  counterexamples: [notModified('the payment leaves the entity tag as it was', 'state')],
}
