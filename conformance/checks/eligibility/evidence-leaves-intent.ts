import type { Check } from '../../judge/check.ts'
import { readsAs } from '../../judge/edits.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { baseline, expectSame } from '../../judge/state.ts'

const scenario = 'owner-gate/actions'
const read = { scenario, step: 'read-intent' }

export const evidenceLeavesIntent: Check = {
  id: 'eligibility/evidence-leaves-intent',
  requirement: 'ELG-14',
  level: 'MUST',
  profile: 'owner',
  title: 'neither ledger evidence nor an action of the owner on it changes the status of a paid intent',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decision-read', 'click', 'ledger', 'owner-gate'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const before = baseline(view, record, { scenario, step: 'given-eligible' })
    record.each(view.exchanges(read), 'the read of an intent with evidence', (x) => {
      expectSame(record, x, before, `"${x.variant ?? ''}" changed a paid intent, and is no verified event`)
    })
  },
  counterexamples: [
    readsAs(
      'a reversal takes the payment back',
      { ...read, variant: 'reverse_evidence' },
      { status: 'payment_failed', eligible: false },
    ),
    readsAs(
      'evidence completes the intent',
      { ...read, variant: 'ledger-evidence' },
      { status: 'completed' },
    ),
  ],
}
