import type { Check } from '../../judge/check.ts'
import { isTime } from '../../judge/counts.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, isSuccess, memberOf, show } from '../../judge/look.ts'
import { numbersIn } from '../../judge/numbers.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'

export const ledgerAggregates: Check = {
  id: 'ledger/aggregates',
  requirement: 'LED-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the published ledger aggregates follow a recorded entry',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const read = (variant: string) => view.exchanges({ scenario, step: 'aggregates', variant })[0]
    const [before, after] = [read('before'), read('after')]
    if (recordedEntries(view).length === 0) record.missing('a recorded entry')
    if (before === undefined || after === undefined || !isSuccess(before) || !isSuccess(after)) {
      record.missing('the aggregates before and after an entry')
      return
    }
    const summary = memberOf(after, 'affiliateCommissionLedger', 'summary')
    if (memberOf(after, 'affiliateCommissionLedger', 'summary', 'status') === 'unavailable') {
      record.notApplicable('the target says that its ledger summary is unavailable')
      return
    }
    record.expect(isObject(summary) || Array.isArray(summary), after, {
      message: 'the commerce source data has no ledger summary',
      expected: 'affiliateCommissionLedger.summary',
      seen: show(summary),
      pointer: '/response/body/affiliateCommissionLedger/summary',
    })
    // WIRE does not fix the members: whatever they are called, one of the numbers has to know of the new entry.
    const old = numbersIn(memberOf(before, 'affiliateCommissionLedger', 'summary'))
    const now = numbersIn(summary)
    record.expect(
      [...now].some(([pointer, value]) => !isTime(pointer) && value > (old.get(pointer) ?? 0)),
      after,
      {
        message: 'no number of the ledger summary rose with a new entry',
        expected: 'a count or a sum that rises',
        seen: show(summary),
        pointer: '/response/body/affiliateCommissionLedger/summary',
      },
    )
  },
  counterexamples: [
    {
      name: 'the summary stands still',
      edit: (editor) => {
        for (const variant of ['before', 'after']) {
          editor.json({ scenario, step: 'aggregates', variant }, (body) => {
            objectAt(body, 'affiliateCommissionLedger')['summary'] = { totalEntries: 7 }
          })
        }
      },
    },
    {
      name: 'only its time moves',
      edit: (editor) => {
        for (const [i, variant] of ['before', 'after'].entries()) {
          editor.json({ scenario, step: 'aggregates', variant }, (body) => {
            objectAt(body, 'affiliateCommissionLedger')['summary'] = { total: 7, generatedAtMs: 1e12 + i }
          })
        }
      },
    },
    {
      name: 'there is no summary',
      edit: (editor) =>
        editor.json({ scenario, step: 'aggregates', variant: 'after' }, (body) => {
          delete objectAt(body, 'affiliateCommissionLedger')['summary']
        }),
    },
  ],
}
