import type { Check, Counterexample } from '../../judge/check.ts'
import { objectAt } from '../../judge/editor.ts'
import { isSuccess, memberOf, sameJson, show } from '../../judge/look.ts'
import { withoutReferrals } from '../../judge/referrals.ts'

const scenario = 'owner-gate/actions'
/** What an action leaves as it was: all of WIRE 8 but the two statuses that it moves, and the time. */
const members = [
  'checkoutIntentId',
  'referralAttributionId',
  'referralClickId',
  'referralLinkId',
  'referralCode',
  'partnerId',
  'commissionRuleIds',
  'sourceCheckoutStatus',
  'grossSaleCents',
  'commissionCents',
  'currency',
  'refundWindowDays',
]

export const ownerGateEntryStays: Check = {
  id: 'owner-gate/entry-stays',
  requirement: 'OWN-03',
  level: 'MUST',
  profile: 'owner',
  title: 'an action moves the statuses of an entry and its time, and no amount, rule, partner or window',
  scenarios: [scenario],
  needs: ['start', 'pay', 'click', 'ledger', 'owner-gate', 'owner'],
  judge: (view, record) => {
    if (withoutReferrals(view, record)) return
    const made = view.exchanges({ scenario, step: 'given-ledger' })
    const acts = view.exchanges({ scenario, step: 'act' }).filter(isSuccess)
    if (acts.length === 0) record.missing('a recorded owner action')
    for (const x of acts) {
      const id = x.about['commissionLedgerId']
      const before = made.find((each) => memberOf(each, 'commissionLedger', 'commissionLedgerId') === id)
      if (before === undefined) continue
      // A reversed entry has nothing left to reverse: its window may be over.
      const window = x.about['actionKind'] === 'reverse_evidence' ? [] : ['reversibleUntil']
      for (const name of [...members, ...window]) {
        const was = memberOf(before, 'commissionLedger', name)
        const is = memberOf(x, 'commissionLedger', name)
        if (was === undefined || is === undefined) continue
        record.expect(sameJson(was, is), x, {
          message: `an owner action changed the entry's ${name}`,
          expected: show(was),
          seen: show(is),
          pointer: `/response/body/commissionLedger/${name}`,
        })
      }
    }
  },
  counterexamples: [
    changing('commissionCents', 'mark_reviewed'),
    changing('grossSaleCents', 'reverse_evidence'),
    changing('reversibleUntil', 'mark_reviewed'),
  ],
}

function changing(name: string, action: string): Counterexample {
  return {
    name: `${action} changes ${name}`,
    edit: (editor) =>
      editor.json({ scenario, step: 'act', variant: `first/${action}` }, (body) => {
        objectAt(body, 'commissionLedger')[name] = 1
      }),
  }
}
