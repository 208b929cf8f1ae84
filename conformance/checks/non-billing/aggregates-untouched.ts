import type { Check } from '../../judge/check.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { isObject, isSuccess, memberOf, sameJson } from '../../judge/look.ts'
import { isFirst } from '../../judge/writes.ts'
import type { Exchange } from '../../transcript.ts'

const scenario = 'non-billing/ledger-untouched'
const parts = ['affiliateCommissionLedger', 'referralAttribution'] as const

export const aggregatesUntouched: Check = {
  id: 'non-billing/aggregates-untouched',
  requirement: 'NBL-04',
  level: 'MUST',
  profile: 'sandbox',
  title: 'decisions change no ledger or attribution aggregate',
  scenarios: [scenario],
  needs: ['start', 'pay', 'decide', 'click', 'attribute', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    if (!view.exchanges({ scenario, step: 'decide' }).some(isFirst)) record.missing('a recorded decision')
    for (const part of parts) {
      const summary = (x: Exchange | undefined) =>
        x !== undefined && isSuccess(x) ? memberOf(x, part, 'summary') : undefined
      const windows = view.exchanges({ scenario, step: 'after' }).map((x) => {
        const at = (step: string) => summary(view.exchanges({ scenario, step, variant: x.variant ?? '' })[0])
        const [idle, before, after] = [at('idle'), at('before'), summary(x)]
        const told = isObject(idle) && isObject(before) && isObject(after)
        return { x, told, calm: sameJson(idle, before), changed: !sameJson(before, after) }
      })
      const last = windows.at(-1)
      if (last === undefined || !windows.every(({ told }) => told)) {
        record.missing(`the aggregates of ${part}`)
        continue
      }
      // Others may write at the same time: only what changes with each decision, and never between, is the decision's.
      record.expect(!windows.every(({ calm, changed }) => calm && changed), last.x, {
        message: `the aggregates of ${part} changed with each decision`,
        expected: 'as before the decisions',
        seen: 'another summary',
        pointer: `/response/body/${part}/summary`,
      })
    }
  },
  counterexamples: [
    {
      name: 'each decision moves the ledger aggregates',
      edit: (editor) =>
        editor.json({ scenario, step: 'after', nth: 'all' }, (body) => {
          body['affiliateCommissionLedger'] = { summary: { total: 1_000_000 } }
        }),
    },
    {
      name: 'each decision moves the attribution aggregates',
      edit: (editor) =>
        editor.json({ scenario, step: 'after', nth: 'all' }, (body) => {
          body['referralAttribution'] = { summary: { total: 1_000_000 } }
        }),
    },
  ],
}
