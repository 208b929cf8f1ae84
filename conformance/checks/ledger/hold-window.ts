import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'
const day = 86_400

export const ledgerHoldWindow: Check = {
  id: 'ledger/hold-window',
  requirement: 'LED-02',
  level: 'SHOULD',
  profile: 'sandbox',
  title: 'an entry carries the declared hold window and the first review status',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const { refundWindowDays } = view.contract.settings
    const entries = recordedEntries(view)
    if (entries.length === 0) record.missing('a recorded entry')
    for (const { exchange, entry } of entries) {
      record.expect(entry['refundWindowDays'] === refundWindowDays, exchange, {
        message: 'the hold window of an entry is not the declared one',
        expected: `${refundWindowDays} days`,
        seen: show(entry['refundWindowDays']),
        pointer: '/response/body/commissionLedger/refundWindowDays',
      })
      record.expect(entry['reviewStatus'] === 'refund_window_open', exchange, {
        message: 'the first review status of an entry is another',
        expected: 'refund_window_open',
        seen: show(entry['reviewStatus']),
        pointer: '/response/body/commissionLedger/reviewStatus',
      })
      // Both are the target's own times; a window may count from the payment or end with a day, hence a day's play.
      const held = Number(entry['reversibleUntil']) - Number(entry['updatedAt'])
      record.expect(Math.abs(held - refundWindowDays * day) <= day, exchange, {
        message: 'reversibleUntil is not the hold window after the entry',
        expected: `about ${refundWindowDays} days after updatedAt, in Unix seconds`,
        seen: `${show(entry['reversibleUntil'])}, with updatedAt ${show(entry['updatedAt'])}`,
        pointer: '/response/body/commissionLedger/reversibleUntil',
      })
    }
  },
  counterexamples: [
    {
      name: 'the window is open at once',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          const entry = objectAt(body, 'commissionLedger')
          entry['reversibleUntil'] = Number(entry['updatedAt']) - 2 * day
        }),
    },
    {
      name: 'the window has other days',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          objectAt(body, 'commissionLedger')['refundWindowDays'] = -1
        }),
    },
    {
      name: 'the review is done',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          objectAt(body, 'commissionLedger')['reviewStatus'] = 'owner_reviewed'
        }),
    },
  ],
}
