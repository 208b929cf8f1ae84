import type { Check } from '../../judge/check.ts'
import { countsIn } from '../../judge/counts.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isSuccess, memberOf } from '../../judge/look.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'idempotency/ledger-keys'
const total = (x: Exchange | undefined) =>
  x === undefined || !isSuccess(x) ? undefined : countsIn(memberOf(x, 'affiliateCommissionLedger', 'summary'))

export const ledgerReplayCounts: Check = {
  id: 'idempotency/ledger-replay-counts',
  requirement: 'IDM-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'replays of a ledger entry, and of the event that paid for it, add nothing to the ledger counts',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'attribute', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const after = view.exchanges({ scenario, step: 'counts-after' })
    const rises = after.map((x) => {
      const at = (step: string) => total(view.exchanges({ scenario, step, variant: x.variant ?? '' })[0])
      const [idle, before, now] = [at('counts-idle'), at('counts-before'), total(x)]
      if (idle === undefined || before === undefined || now === undefined) return undefined
      return { x, calm: idle === before, rise: now - before }
    })
    const last = rises.at(-1)
    if (last === undefined || rises.includes(undefined)) {
      record.missing('the ledger counts of the commerce source data')
      return
    }
    // Others may write at the same time: only what rises with each replay, and never between, is the replay's.
    const each = rises.every((window) => window !== undefined && window.calm && window.rise > 0)
    record.expect(!each, last.x, {
      message: 'the ledger counts rose with each replay',
      expected: 'counts as before the replay',
      seen: `a rise by ${last.rise}`,
      pointer: '/response/body/affiliateCommissionLedger/summary',
    })
  },
  counterexamples: [
    {
      name: 'each replay is counted once more',
      edit: (editor) =>
        editor.json({ scenario, step: 'counts-after', nth: 'all' }, (body) => {
          const part = body['affiliateCommissionLedger']
          body['affiliateCommissionLedger'] = { ...(part as object), summary: { total_entries: 1_000_000 } }
        }),
    },
  ],
}
