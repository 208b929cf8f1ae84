import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { commissionsOf, grossOf, stringsIn } from './commission.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'

export const ledgerAmounts: Check = {
  id: 'ledger/amounts',
  requirement: 'LED-02',
  level: 'MUST',
  profile: 'sandbox',
  title: "an entry's sale and commission come from the seeded prices and the declared rates, line by line",
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const { contract } = view
    const entries = recordedEntries(view)
    if (entries.length === 0) record.missing('a recorded entry')
    for (const { exchange, entry } of entries) {
      const bumpPriceIds = stringsIn(exchange.about['bumpPriceIds'])
      const gross = grossOf(contract, bumpPriceIds)
      const commissions = commissionsOf(contract, bumpPriceIds)
      const { grossSaleCents, commissionCents, currency } = entry
      record.expect(grossSaleCents === gross, exchange, {
        message: 'the sale of an entry is not the sum of the seeded prices',
        expected: `${gross} cents`,
        seen: show(grossSaleCents),
        pointer: '/response/body/commissionLedger/grossSaleCents',
      })
      record.expect(typeof commissionCents === 'number' && commissions.has(commissionCents), exchange, {
        message: 'the commission of an entry does not follow from prices and rates',
        expected: `${[...commissions].join(' or ')} cents (each line rounded)`,
        seen: show(commissionCents),
        pointer: '/response/body/commissionLedger/commissionCents',
      })
      record.expect(currency === contract.primaryOffer.currency, exchange, {
        message: 'the entry is not in the currency of the sale',
        expected: contract.primaryOffer.currency,
        seen: show(currency),
        pointer: '/response/body/commissionLedger/currency',
      })
    }
  },
  counterexamples: [
    {
      // One cent less is right where a line ends in half a cent.
      name: 'the commission is ten cents off',
      edit: (editor) =>
        editor.json({ scenario, step: 'record', nth: -1 }, (body) => {
          const entry = objectAt(body, 'commissionLedger')
          entry['commissionCents'] = Number(entry['commissionCents']) - 10
        }),
    },
    {
      name: 'the commission of a replay leaves the bump out',
      edit: (editor) =>
        editor.json({ scenario, step: 'record-again' }, (body) => {
          const entry = objectAt(body, 'commissionLedger')
          entry['commissionCents'] = Number(entry['commissionCents']) - 100
        }),
    },
    {
      name: 'the sale is in whole units',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          const entry = objectAt(body, 'commissionLedger')
          entry['grossSaleCents'] = Number(entry['grossSaleCents']) / 100
        }),
    },
    {
      name: 'the entry is in another currency',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          objectAt(body, 'commissionLedger')['currency'] = 'xts'
        }),
    },
  ],
}
