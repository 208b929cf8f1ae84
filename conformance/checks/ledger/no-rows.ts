import { normaliseName } from '../../../contracts/vocabulary.ts'
import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isObject, isSuccess, memberOf, objectsIn, show } from '../../judge/look.ts'
import type { Exchange, Json } from '../../transcript.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'
const idNames = [
  'commissionLedgerId',
  'checkoutIntentId',
  'referralAttributionId',
  'referralClickId',
  'commission_ledger_id',
  'ledger_entry_id',
  'checkout_intent_id',
].map((name) => normaliseName(name))
const summaries = ['affiliateCommissionLedger', 'referralAttribution'] as const

export const ledgerNoRows: Check = {
  id: 'ledger/no-rows',
  requirement: 'LED-03',
  level: 'MUST',
  profile: 'sandbox',
  title: 'the published aggregates hold no entry, and no id of an entry, an intent or a click',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const recorded = recordedEntries(view)
    const ids = recorded.flatMap(({ exchange, entry }) =>
      [
        entry['commissionLedgerId'],
        entry['referralAttributionId'],
        exchange.about['checkoutIntentId'],
        exchange.about['referralClickId'],
      ].filter((id): id is string => typeof id === 'string' && id.length >= 6),
    )
    if (ids.length === 0) record.missing('a recorded entry whose ids could be looked for')
    const reads = view.exchanges({ scenario, step: 'aggregates', variant: 'after' })
    record.each(reads, 'the aggregates after an entry', (x) => {
      if (!isSuccess(x) || !isObject(memberOf(x, 'affiliateCommissionLedger'))) {
        record.missing('the ledger part of the commerce source data')
        return
      }
      const body = x.response?.body ?? ''
      record.expect(!ids.some((id) => body.includes(id)), x, {
        message: 'the aggregates hold the id of an entry, an intent or a click',
        expected: 'counts and sums alone',
        seen: 'an id that this run was given',
        pointer: '/response/body',
      })
      for (const part of summaries) judgeSummary(x, part)
    })

    function judgeSummary(x: Exchange, part: (typeof summaries)[number]): void {
      const pointer = `/response/body/${part}/summary`
      for (const found of objectsIn(memberOf(x, part, 'summary'))) {
        const name = Object.keys(found.object).find((key) => idNames.includes(normaliseName(key)))
        record.expect(name === undefined && found.object['rawRowsIncluded'] !== true, x, {
          message: 'the summary holds rows',
          expected: 'no row and rawRowsIncluded: false',
          seen: show(name ?? 'rawRowsIncluded: true'),
          pointer: `${pointer}${found.pointer}`,
        })
      }
    }
  },
  counterexamples: [
    {
      name: 'the summary lists an entry',
      edit: (editor) =>
        editor.json({ scenario, step: 'aggregates', variant: 'after' }, (body) => {
          objectAt(body, 'affiliateCommissionLedger', 'summary')['latest'] = [{ commissionLedgerId: 'l-1' }]
        }),
    },
    {
      name: 'the summary names an intent of ours',
      edit: (editor) => {
        let id: Json = null
        editor.json({ scenario, step: 'record' }, (_, x) => void (id = x.about['checkoutIntentId'] ?? null))
        editor.json({ scenario, step: 'aggregates', variant: 'after' }, (body) => {
          objectAt(body, 'affiliateCommissionLedger', 'summary')['newest'] = id
        })
      },
    },
    {
      name: 'the summary says that it holds rows',
      edit: (editor) =>
        editor.json({ scenario, step: 'aggregates', variant: 'after' }, (body) => {
          objectAt(body, 'affiliateCommissionLedger', 'summary')['rawRowsIncluded'] = true
        }),
    },
  ],
}
