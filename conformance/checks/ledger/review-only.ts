import { ledgerFlags } from '../../../contracts/wire/declared-flags.ts'
import type { Check } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'

export const ledgerReviewOnly: Check = {
  id: 'ledger/review-only',
  requirement: 'LED-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an entry is review_only and not_payable, and its flags are present and false',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const entries = recordedEntries(view)
    if (entries.length === 0) record.missing('a recorded entry')
    for (const { exchange, entry } of entries) {
      for (const [name, value] of [
        ['ledgerStatus', 'review_only'],
        ['payoutStatus', 'not_payable'],
      ] as const) {
        record.expect(entry[name] === value, exchange, {
          message: `a new entry is not ${value}`,
          expected: value,
          seen: show(entry[name]),
          pointer: `/response/body/commissionLedger/${name}`,
        })
      }
      for (const flag of ledgerFlags) {
        const declared = memberOf(exchange, 'redaction', flag)
        record.expect(declared === false && (entry[flag] === undefined || entry[flag] === false), exchange, {
          message: `the flag ${flag} of an entry is not false`,
          expected: 'false',
          seen: show(declared === false ? entry[flag] : declared),
          pointer: `/response/body/${declared === false ? 'commissionLedger' : 'redaction'}/${flag}`,
        })
      }
    }
    for (const x of view.exchanges({ scenario, step: 'replay' }).filter(isSuccess)) {
      const payout = memberOf(x, 'commissionLedger', 'payoutStatus')
      record.expect(payout === 'not_payable', x, {
        message: 'a replayed entry is not not_payable',
        expected: 'not_payable',
        seen: show(payout),
        pointer: '/response/body/commissionLedger/payoutStatus',
      })
    }
  },
  counterexamples: [
    {
      name: 'the entry is approved',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          objectAt(body, 'commissionLedger')['ledgerStatus'] = 'approved'
        }),
    },
    {
      name: 'the entry is payable',
      edit: (editor) =>
        editor.json({ scenario, step: 'record', nth: -1 }, (body) => {
          objectAt(body, 'commissionLedger')['payoutStatus'] = 'payable'
        }),
    },
    {
      name: 'a payout was created',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          objectAt(body, 'redaction')['payoutCreated'] = true
        }),
    },
    {
      name: 'a flag is left out',
      edit: (editor) =>
        editor.json({ scenario, step: 'record' }, (body) => {
          delete objectAt(body, 'redaction')['taxDataIncluded']
        }),
    },
  ],
}
