import type { Check, Counterexample } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, memberOf, show } from '../../judge/look.ts'
import type { Json } from '../../transcript.ts'
import { withoutReferrals } from '../../judge/referrals.ts'
import { recordedEntries } from './entries.ts'

const scenario = 'ledger/entry'
const fields = ['referralClickId', 'referralLinkId', 'referralCode', 'partnerId'] as const

export const ledgerAttributedTo: Check = {
  id: 'ledger/attributed-to',
  requirement: 'LED-02',
  level: 'MUST',
  profile: 'sandbox',
  title: 'an entry names the very intent, its status, and the click, link and partner of the sale',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const clicks = view.exchanges({ scenario, step: 'given-click' }).filter(isSuccess)
    const entries = recordedEntries(view)
    if (entries.length === 0) record.missing('a recorded entry')
    for (const { exchange, entry } of entries) {
      const { checkoutIntentId, referralClickId, checkoutStatus } = exchange.about
      const click = clicks.find((x) => memberOf(x, 'referralClickId') === referralClickId)
      const wanted: [name: string, value: Json | undefined][] = [
        ['checkoutIntentId', checkoutIntentId],
        ['sourceCheckoutStatus', checkoutStatus],
        ...fields.map((name): [string, Json | undefined] => [name, click && memberOf(click, name)]),
      ]
      for (const [name, value] of wanted) {
        if (value === undefined || value === null) continue
        record.expect(entry[name] === value, exchange, {
          message: `the entry's ${name} is not that of the sale`,
          expected: show(value),
          seen: show(entry[name]),
          pointer: `/response/body/commissionLedger/${name}`,
        })
      }
    }
  },
  counterexamples: [
    anotherIn('checkoutIntentId'),
    anotherIn('referralClickId'),
    anotherIn('referralLinkId'),
    anotherIn('referralCode'),
    anotherIn('partnerId'),
    anotherIn('sourceCheckoutStatus', 'record-completed'),
  ],
}

function anotherIn(name: string, step = 'record'): Counterexample {
  return {
    name: `the entry has another ${name}`,
    edit: (editor) =>
      editor.json({ scenario, step }, (body) => {
        objectAt(body, 'commissionLedger')[name] = 'another'
      }),
  }
}
